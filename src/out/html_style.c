/*
 * How the report looks: a column for the evidence, one for the text, one for
 * the notes, and one below the other where there is no room.  Colours are
 * words, too: nothing is said by colour alone.
 */
#include "out/html.h"

/* no line is longer than the standard lets a string be */
static const char *const style[] = {
	":root{",
	" --paper:#fdfcf9;--ink:#1c1b19;--soft:#5d5952;--line:#dcd7cc;"
	    "--panel:#f4f1ea;",
	" --error:#b3261e;--warning:#85550a;--note:#2a5c8f;",
	" --none:#a3195b;--vague:#9c4a00;--described:#6b6100;--named:#3a6f1c;"
	    "--cited:#0b6a56;",
	" --serif:\"Iowan Old Style\",\"Palatino Linotype\",Palatino,Georgia,"
	    "\"Liberation Serif\",serif;",
	" --sans:system-ui,-apple-system,\"Segoe UI\",Roboto,"
	    "\"Liberation Sans\",Arial,sans-serif;",
	" --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"
	    "\"Liberation Mono\",monospace}",
	"@media (prefers-color-scheme:dark){:root{",
	" --paper:#161615;--ink:#e8e4db;--soft:#a9a499;--line:#3a3833;"
	    "--panel:#1f1e1c;",
	" --error:#ff8a80;--warning:#f0b652;--note:#8fbcec;",
	" --none:#f78fbc;--vague:#f3a35e;--described:#d5c65f;--named:#9fd07a;"
	    "--cited:#5fcfae}}",
	"*{box-sizing:border-box}",
	"html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}",
	"body{margin:0;background:var(--paper);color:var(--ink);"
	    "font:1.0625rem/1.55 var(--serif);overflow-wrap:anywhere}",
	".mast,main{max-width:76rem;margin:0 auto;padding:0 1.25rem}",
	".mast{display:flex;gap:1rem;align-items:baseline;padding-top:1rem;"
	    "font-family:var(--sans)}",
	".mast h1{font-size:.9375rem;margin:0;letter-spacing:.02em}",
	".mast p{margin:0;color:var(--soft);font-size:.875rem}",
	"a{color:inherit;text-decoration-color:var(--soft);"
	    "text-underline-offset:.15em}",
	"a:hover{text-decoration-thickness:2px}",
	":focus-visible{outline:2px solid var(--note);outline-offset:2px}",
	":target{outline:2px solid var(--note);outline-offset:.25rem;"
	    "border-radius:2px}",
	"article:target,.row:target{outline:0}",
	".row:target .t{box-shadow:-.375rem 0 0 var(--note)}",
	"ol,ul,dl,dd,p,h1,h2,h3,fieldset,blockquote{margin:0;padding:0;"
	    "border:0}",
	"ol,ul{list-style:none}",
	".error{--level:var(--error)}.warning{--level:var(--warning)}.note{"
	    "--level:var(--note)}",
	".none{--s:var(--none)}.vague{--s:var(--vague)}.described{"
	    "--s:var(--described)}.named{--s:var(--named)}.cited{"
	    "--s:var(--cited)}",
	".k{color:var(--s);font-family:var(--sans)}",
	".at{color:var(--soft);font:.8125rem/1.4 var(--sans);"
	    "white-space:nowrap}",
	".level{color:var(--level);font:600 .75rem/1 var(--sans);"
	    "text-transform:uppercase;letter-spacing:.05em}",
	".hint{color:var(--soft);font-style:italic}",
	".filters{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;"
	    "align-items:baseline;margin:.5rem 0 0;padding:.5rem 0;"
	    "border-top:1px solid var(--line);"
	    "border-bottom:1px solid var(--line);font:.875rem/1.5 var(--sans)}",
	".filters fieldset{display:flex;flex-wrap:wrap;gap:.125rem 1.125rem;"
	    "min-width:0}",
	".filters legend{float:left;color:var(--soft);line-height:1.75rem;"
	    "padding:0}",
	".filters label{display:inline-flex;gap:.375rem;align-items:center;"
	    "min-height:1.75rem}",
	".filters label b{font-weight:400;color:var(--soft);"
	    "font-variant-numeric:tabular-nums}",
	".filters input{accent-color:var(--note);margin:0;width:1rem;"
	    "height:1rem}",
	".filters details{flex:1 1 8rem}",
	".filters details[open]{flex-basis:100%}",
	".filters summary{cursor:pointer;line-height:1.75rem}",
	".index{margin:1.5rem 0}",
	".index>ol>li{display:grid;grid-template-columns:minmax(0,1fr) 16rem;"
	    "gap:.125rem 1.5rem;padding:.75rem 0;"
	    "border-bottom:1px solid var(--line)}",
	".index>ol>li>*{grid-column:1}",
	".index a{font:600 .9375rem/1.4 var(--sans)}",
	".index .levels{grid-column:2;grid-row:1;justify-content:flex-end}",
	".index .bar{grid-column:2;grid-row:2;align-self:center}",
	".index .strengths{grid-column:2;grid-row:3;display:flex;"
	    "flex-wrap:wrap;gap:0 .75rem;justify-content:flex-end;"
	    "font:.75rem/1.4 var(--sans)}",
	".index .level{margin-right:.25rem}",
	".index .first{color:var(--soft);font-size:.9375rem}",
	".levels{display:flex;flex-wrap:wrap;gap:0 1rem;"
	    "font:.875rem/1.5 var(--sans)}",
	".levels li{color:var(--level,var(--soft))}",
	".levels b{font-variant-numeric:tabular-nums}",
	"article{padding:1.75rem 0 2rem;border-bottom:3px double var(--line)}",
	".top{display:grid;grid-template-columns:minmax(0,1fr) 20rem;"
	    "gap:.25rem 3rem;align-items:start}",
	".top h2{font:600 1rem/1.4 var(--sans);grid-column:1}",
	".top>.levels{grid-column:1;font-size:1rem}",
	".top>.levels b{font:700 1.75rem/1.1 var(--serif)}",
	".whole{grid-column:2;grid-row:1/4;font:.875rem/1.5 var(--sans)}",
	".whole .bar{height:.75rem;margin:.25rem 0 .375rem}",
	".whole .strengths{display:flex;flex-wrap:wrap;gap:0 1rem}",
	".bar{display:flex;gap:1px;height:.5rem}",
	".bar i{background:var(--s);min-width:2px;flex:var(--n)}",
	".strengths b{font-variant-numeric:tabular-nums}",
	".worst{grid-column:1/-1;margin-top:1rem}",
	".worst h3,.dates h3,.sources h3{font:600 .8125rem/1.4 var(--sans);"
	    "color:var(--soft)}",
	".worst ol{border-top:1px solid var(--ink);margin-top:.25rem}",
	".worst li{padding:.375rem 0;border-bottom:1px solid var(--line);"
	    "display:var(--hide,block)}",
	".worst li:first-child{font-size:1.375rem;line-height:1.35;"
	    "padding:.625rem 0}",
	".worst li:first-child .hint{font-size:1.0625rem}",
	".worst li .level{margin-right:.375rem}",
	".worst a{text-decoration:none}.worst a:hover{"
	    "text-decoration:underline}",
	".more{font:.8125rem/1.4 var(--sans);color:var(--soft);"
	    "margin-top:.375rem}",
	".draft{margin:1.5rem 0 0;border-top:1px solid var(--line);"
	    "padding-top:1.25rem}",
	".row{display:grid;grid-template-columns:6rem minmax(0,"
	    "37rem) minmax(0,1fr);gap:0 1.75rem;align-items:start;"
	    "margin-bottom:.875rem}",
	".row>.t{grid-column:2}",
	".row>.notes{grid-column:3}",
	".gauge{font:.75rem/1.35 var(--sans);padding-top:.5rem;"
	    "text-align:right}",
	".gauge .bar{height:.4375rem;margin-bottom:.1875rem;"
	    "justify-content:flex-end}",
	".gauge .bar i{flex:0 1 calc(var(--n)*.75rem)}",
	".h{font-weight:700;line-height:1.25;text-wrap:balance}",
	".h.l1{font-size:1.875rem}.h.l2{font-size:1.375rem;margin-top:.75rem}"
	    ".h{font-size:1.125rem}",
	".head .t{color:var(--soft);font:.875rem/1.5 var(--sans)}",
	".head span{margin-right:1rem}.head .title{color:var(--ink);"
	    "font-weight:600}",
	"blockquote .t{border-left:3px solid var(--line);padding-left:1rem;"
	    "color:var(--soft)}",
	".i{padding-left:1.5rem}.i .mark{float:left;margin-left:-1.5rem;"
	    "color:var(--soft)}",
	".l2.i{margin-left:1.5rem}.l3.i{margin-left:3rem}.l4.i,.l5.i,.l6.i{"
	    "margin-left:4.5rem}",
	".f{font-size:.9375rem}.f .mark{font:600 .75rem/1 var(--sans);"
	    "vertical-align:.3em;color:var(--soft)}",
	".list .row{margin-bottom:.375rem}",
	".table{overflow-x:auto}",
	".table table{border-collapse:collapse;font-size:.9375rem}",
	".table th,.table td{text-align:left;padding:.25rem 1rem .25rem 0;"
	    "border-bottom:1px solid var(--line);overflow-wrap:normal}",
	"code{font:.875em var(--mono);background:var(--panel);padding:0 .2em}",
	".ref{font:.6875rem/1 var(--sans)}",
	".c{background:color-mix(in srgb,var(--s) 13%,transparent);"
	    "border-radius:2px;box-shadow:0 0 0 1px color-mix(in srgb,"
	    "var(--s) 13%,transparent)}",
	".t .k{font-size:.6875rem;line-height:1;vertical-align:.35em;"
	    "white-space:nowrap;user-select:none}",
	"mark{background:none;color:inherit;text-decoration:underline;"
	    "text-decoration-thickness:2px;text-underline-offset:.2em;"
	    "text-decoration-skip-ink:none;text-decoration-color:var(--off,"
	    "var(--u))}",
	"mark.c{background:color-mix(in srgb,var(--s) 13%,transparent)}",
	".u-note{--u:var(--note);text-decoration-style:dotted}.u-warning{"
	    "--u:var(--warning);text-decoration-style:solid}.u-error{"
	    "--u:var(--error);text-decoration-style:solid;"
	    "text-decoration-thickness:3px}",
	".em{font-style:italic}",
	"span.a{border-bottom:1px dotted var(--soft)}",
	".m{display:var(--hide,inline);font:700 .6875rem/1 var(--sans);"
	    "vertical-align:.5em;color:var(--level);text-decoration:none;"
	    "padding:0 .15em}",
	".notes{font:.875rem/1.45 var(--sans)}",
	".n{display:var(--hide,block);border-left:3px solid var(--level);"
	    "padding:0 0 0 .625rem;margin-bottom:.75rem}",
	".no{font-weight:700;color:var(--level);text-decoration:none;"
	    "font-variant-numeric:tabular-nums}",
	".n .at{white-space:normal}",
	".because{color:var(--ink)}.n .hint{font-style:normal}",
	".n .hint::before{content:\"\\2192\\a0\"}",
	".n p{margin:0 0 .0625rem}",
	".from{color:var(--soft);font-size:.75rem}.from .at{font-size:.75rem}",
	"ins{text-decoration:none;font-family:var(--mono);font-size:.875em;"
	    "background:var(--panel);padding:0 .2em}",
	".dates,.sources{margin-top:2rem;padding-left:7.75rem}",
	".dates ol,.sources ol{border-top:1px solid var(--ink);"
	    "margin-top:.25rem;font-size:.9375rem}",
	".dates li{display:grid;grid-template-columns:7rem minmax(0,"
	    "1fr) auto;gap:0 1.25rem;padding:.25rem 0;"
	    "border-bottom:1px solid var(--line);align-items:baseline}",
	".when{font:.875rem/1.5 var(--sans);"
	    "font-variant-numeric:tabular-nums}",
	".dates .own{font-weight:600}",
	".taken{display:block;color:var(--soft);font-size:.75rem}",
	".strip{display:flex;flex-wrap:wrap;justify-content:space-between;"
	    "font:.75rem/1.4 var(--sans);color:var(--soft);"
	    "margin:.5rem .25rem 1rem}",
	".strip svg{flex:0 0 100%;overflow:visible}",
	".strip text{fill:var(--soft);stroke:none}",
	".axis{stroke:var(--soft)}.tick{stroke:var(--ink);stroke-width:2}"
	    ".own line,.strip .own{stroke:var(--note);stroke-width:3}",
	".sources li{display:grid;grid-template-columns:7rem minmax(0,"
	    "1fr) auto;gap:0 1.25rem;padding:.3rem 0;"
	    "border-bottom:1px solid var(--line);align-items:baseline}",
	".sources .at{grid-column:2/-1}",
	".sources .k{font-size:.8125rem}",
	".load{font:.8125rem/1.5 var(--sans);color:var(--soft);grid-row:1/3}",
	".load b{color:var(--ink)}",
	".squares{display:flex;flex-wrap:wrap;gap:2px;margin-top:.125rem}",
	".squares i{width:.5rem;height:.5rem;background:var(--s)}",
	".rules{padding:1.5rem 0 3rem;font:.875rem/1.5 var(--sans)}",
	".rules h2{font:600 .8125rem/1.4 var(--sans);color:var(--soft);"
	    "margin-bottom:.5rem}",
	".rules dl{columns:24rem 3;column-gap:2.5rem}",
	".rules dl div{break-inside:avoid;margin-bottom:.875rem}",
	".rules dt{font-weight:600}.rules dt b{font-weight:400;"
	    "color:var(--soft)}",
	".why{color:var(--soft)}",
	"body:has(#error:not(:checked)) .error,"
	    "body:has(#warning:not(:checked)) .warning,"
	    "body:has(#note:not(:checked)) .note{--hide:none}",
	"body:has(#error:not(:checked)) .u-error,"
	    "body:has(#warning:not(:checked)) .u-warning,"
	    "body:has(#note:not(:checked)) .u-note{--off:transparent}",
	"body:has(#claims:not(:checked)) .c{background:none;box-shadow:none}",
	"body:has(#claims:not(:checked)) :is(.t .k,.gauge>*){display:none}",
	"body:has(#only:checked) .row.clean{display:none}",
	".sheet table{width:100%;border-collapse:collapse;"
	    "margin:1rem 0 2.5rem;font-size:.9375rem;line-height:1.45}",
	".sheet caption{text-align:left;font:600 1rem/1.5 var(--sans);"
	    "padding-bottom:.375rem}",
	".sheet th{text-align:left;font:.8125rem/1.4 var(--sans);"
	    "color:var(--soft);border-bottom:1px solid var(--ink);"
	    "padding:.25rem 1rem .25rem 0}",
	".sheet td{vertical-align:top;border-bottom:1px solid var(--line);"
	    "padding:.375rem 1rem .375rem 0}",
	".sheet .kind,.sheet .by{font:.8125rem/1.6 var(--sans)}",
	".sheet .kind{white-space:nowrap}.sheet .by{width:14rem}",
	".sheet .by .k{font-weight:600}",
	".sheet .words{color:var(--soft)}.sheet .words b{color:var(--ink)}",
	".sheet .checked{width:9rem;border-left:1px solid var(--line)}",
	"@media (max-width:60rem){",
	" .row{grid-template-columns:minmax(0,1fr);margin-bottom:1.125rem}",
	" .row>.t,.row>.notes,.row>.gauge{grid-column:1}",
	" .row>.notes{margin-top:.5rem}",
	" .gauge{display:flex;flex-direction:row-reverse;"
	    "justify-content:flex-end;align-items:center;gap:.625rem;"
	    "padding:0 0 .125rem;text-align:left}",
	" .gauge .bar{width:auto;min-width:0;margin:0;flex:none}"
	    ".gauge .bar i{flex:none;width:calc(var(--n)*.75rem)}",
	" .gauge .strengths{display:flex;flex-wrap:wrap;gap:0 .625rem}",
	" .gauge:empty{display:none}",
	" .dates,.sources{padding-left:0}",
	" .top{grid-template-columns:minmax(0,1fr)}.whole{grid-column:1;"
	    "grid-row:auto;margin-top:.5rem;max-width:30rem}",
	" .index>ol>li{grid-template-columns:minmax(0,1fr)}.index .levels,"
	    ".index .bar,.index .strengths{grid-column:1;grid-row:auto;"
	    "justify-content:flex-start;justify-self:stretch}}",
	"@media (max-width:30rem){",
	" .mast,main{padding-left:1rem;padding-right:1rem}",
	" .dates li,.sources li{grid-template-columns:minmax(0,1fr)}"
	    ".sources .at,.load{grid-column:1;grid-row:auto}",
	" .squares{display:inline-flex;margin:0 0 0 .375rem}",
	" .worst li:first-child{font-size:1.1875rem}.h.l1{font-size:1.5rem}}",
	"@media (max-width:45rem){",
	" .sheet thead{position:absolute;width:1px;height:1px;"
	    "overflow:hidden;clip-path:inset(50%)}",
	" .sheet :is(table,tbody,caption,tr,td){display:block;width:auto}",
	" .sheet tr{border-bottom:1px solid var(--ink);padding:.5rem 0}",
	" .sheet td{border:0;padding:0}.sheet td.at,.sheet td.kind{"
	    "display:inline-block;margin-right:.75rem}",
	" .sheet td.checked{border:1px dotted var(--soft);height:1.75rem;"
	    "margin-top:.25rem}}",
	"@media print{",
	" :root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#eee}",
	" html{font-size:12px}",
	" .filters{display:none}",
	" .mast,main{max-width:none;padding:0}",
	" .row{grid-template-columns:5.5rem minmax(0,1fr);gap:0 1rem}",
	" .row>.t,.row>.notes{grid-column:2}.row>.notes{columns:2;"
	    "column-gap:1.5rem;margin:.25rem 0 .5rem}",
	" .gauge{grid-column:1;display:block;text-align:right;"
	    "padding-top:.5rem}.gauge .strengths{display:block}",
	" .gauge .bar{justify-content:flex-end;margin-bottom:.1875rem}",
	" .dates,.sources{padding-left:6.5rem}",
	" .sheet tr{break-inside:avoid}.sheet td.checked{"
	    "border-left:1px solid var(--line)}",
	" .n,.dates li,.sources li,.worst li{break-inside:avoid}",
	" .h{break-after:avoid}",
	" article{break-after:page}",
	" *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
};

void
html_put_style(struct buf *out)
{
	for (size_t i = 0; i < sizeof style / sizeof *style; i++) {
		buf_puts(out, style[i]);
		buf_char(out, '\n');
	}
}

// page.js TOOLS FOLDER FILE...: looks at pages in Debian's chromium, on a wide
// screen and a narrow one, light and dark, and on paper; axe-core looks, too.
// FOLDER: where to leave pictures of them, or '-'.  Prints what is wrong.
'use strict';
const path = require('path');
const {pathToFileURL} = require('url');
const [tools, folder, ...files] = process.argv.slice(2);
const {createRequire} = require('module');
const need = createRequire(path.join(path.resolve(tools), 'package.json'));
const {chromium} = need('playwright-core');
const axe = need.resolve('axe-core/axe.min.js');

function fail(...what) {
	console.log(...what);
	process.exitCode = 1;
}

// what would need more than the file, or run what a draft says
function watch(page, file) {
	page.on('request', r => {
		if (r.url().split('#')[0] !== pathToFileURL(file).href)
			fail(file, 'asks for', r.url());
	});
	page.on('dialog', d => {
		fail(file, 'runs a script');
		d.dismiss();
	});
	page.on('console', m => fail(file, 'says', m.text()));
	page.on('pageerror', e => fail(file, 'fails', e.message));
}

const wide = () => {
	const most = document.documentElement.clientWidth;
	return [...document.querySelectorAll('body *')].filter(e =>
		!e.closest('.table table, .table') &&
		e.getBoundingClientRect().right > most + 1)
		.map(e => `${e.tagName}.${e.className}`).slice(0, 3);
};

// places of ids, and labels that lie on each other
const broken = () => [...document.querySelectorAll('a[href^="#"]')]
	.filter(a => !document.getElementById(
		decodeURIComponent(a.getAttribute('href').slice(1))))
	.map(a => a.getAttribute('href'))
	.concat([...document.querySelectorAll('[id]')].map(e => e.id)
		.filter((id, i, all) => all.indexOf(id) !== i))
	.slice(0, 3);

const visible = selector => [...document.querySelectorAll(selector)]
	.filter(e => e.getClientRects().length).length;

async function filters(page, file) {
	for (const level of ['error', 'warning', 'note']) {
		const all = await page.evaluate(visible, `.n.${level}`);
		if (!all)
			continue;
		await page.uncheck(`#${level}`);
		const left = await page.evaluate(visible, `.n.${level}`);
		if (left)
			fail(file, left, level, 'stay when they are not asked for');
		await page.check(`#${level}`);
		if (await page.evaluate(visible, `.n.${level}`) !== all)
			fail(file, level, 'does not come back');
	}
	if (!await page.$('#r0'))
		return;
	await page.click('summary');
	const said = await page.$eval('label:has(#r0)', e => e.textContent);
	await page.check('#r0');
	const n = await page.evaluate(visible, '.n');
	if (n !== Number(said.trim().split(' ').pop()))
		fail(file, said.trim(), 'shows', n);
	await page.check('#rall');
	await page.click('summary');
}

async function look(browser, file, width, scheme) {
	const page = await browser.newPage({
		viewport: {width, height: 900}, colorScheme: scheme,
		bypassCSP: true, isMobile: width < 500,
	});
	watch(page, file);
	await page.goto(pathToFileURL(file).href);
	const name = `${path.basename(file, '.html')}-${width}-${scheme}`;
	if (folder !== '-')
		await page.screenshot({fullPage: true,
			path: path.join(folder, `${name}.png`)});
	for (const what of await page.evaluate(wide))
		fail(file, `at ${width}:`, what, 'is too wide');
	for (const id of await page.evaluate(broken))
		fail(file, 'leads nowhere or twice to', id);
	if (width > 500 && scheme === 'light')
		await filters(page, file);
	await page.addScriptTag({path: axe});
	const found = await page.evaluate(() => window.axe.run());
	for (const v of found.violations)
		fail(file, `at ${width}, ${scheme}:`, v.id, v.help,
			v.nodes.slice(0, 2).map(n => n.html.slice(0, 200)));
	if (width > 500 && folder !== '-' && scheme === 'light')
		await page.pdf({path: path.join(folder, `${name}.pdf`),
			format: 'A4', margin: {top: '12mm', bottom: '12mm',
				left: '12mm', right: '12mm'}});
	await page.close();
}

(async () => {
	const browser = await chromium.launch({
		executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
	for (const file of files)
		for (const width of [1280, 390])
			for (const scheme of ['light', 'dark'])
				await look(browser, file, width, scheme);
	await browser.close();
})().catch(e => {
	fail(e.message);
	process.exit(1);
});

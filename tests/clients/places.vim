" bylint's output, $OUT, read with our compiler: FILE:LINE:COL TYPE, to $PLACES
exe 'set rtp^=' . fnameescape($EDITORS . '/vim')
compiler bylint
exe 'cgetfile ' . fnameescape($OUT)
call writefile(map(filter(getqflist(), 'v:val.valid'),
      \ 'bufname(v:val.bufnr) . ":" . v:val.lnum . ":" . v:val.col . " " . tolower(v:val.type)'), $PLACES)
qall!

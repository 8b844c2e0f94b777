" Vim compiler file
" Compiler: bylint, a linter for claims and their sources
" Use: :compiler bylint, then :make %:S
if exists('current_compiler')
  finish
endif
let current_compiler = 'bylint'

CompilerSet makeprg=bylint\ --color=never\ --format=text\ --column-unit=byte

" The first two leave out the line of the draft and the carets below it: a draft
" may quote what looks like a finding.
CompilerSet errorformat=%-G\ %#%l\ \|\ %.%#,
      \%-G\ %#\|\ %.%#,
      \%f:%l:%c:\ %trror:\ %m,
      \%f:%l:%c:\ %tarning:\ %m,
      \%f:%l:%c:\ %tote:\ %m,
      \%-G%.%#

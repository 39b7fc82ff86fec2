" Vim and Neovim: after `:compiler newslint`, `:make` fills the quickfix list with the findings of newslint.

if exists("current_compiler")
  finish
endif
let current_compiler = "newslint"

let s:cpo = &cpo
set cpo&vim

" Vim counts columns in bytes. Without --quiet, the summary line would become an entry of the list.
CompilerSet makeprg=newslint\ --quiet\ --column-unit\ byte

" First articles in JSONL files, `path#record:line:column`: the record is the line of the file; line and column count
" inside the article. Then all other articles, and last errors, with a path if they have one.
CompilerSet errorformat=
      \%f#%l:%*\\d:%*\\d:\ %t%*[a-z]:\ %m,
      \%f:%l:%c:\ %t%*[a-z]:\ %m,
      \newslint:\ %trror:\ %m

let &cpo = s:cpo
unlet s:cpo

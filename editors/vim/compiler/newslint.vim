" Vim and Neovim: `:compiler newslint`, then `:make` fills the quickfix list with what newslint finds.

if exists("current_compiler")
  finish
endif
let current_compiler = "newslint"

let s:cpo = &cpo
set cpo&vim

" Vim counts columns in bytes. The summary line would only be one more entry of the list.
CompilerSet makeprg=newslint\ --quiet\ --column-unit\ byte

" First an article in a JSONL file, `path#record:line:column`: the file's line is the record, and what follows counts
" inside the article. Then all others, and last what broke, with its path where it has one.
CompilerSet errorformat=
      \%f#%l:%*\\d:%*\\d:\ %t%*[a-z]:\ %m,
      \%f:%l:%c:\ %t%*[a-z]:\ %m,
      \newslint:\ %trror:\ %m

let &cpo = s:cpo
unlet s:cpo

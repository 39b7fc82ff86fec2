"""The library: texts in memory are linted and fixed as the command does files. `newslint` exports what is public."""

"""The language server `newslint-ls`: shows findings in an editor while an article is written."""

"""The language server `newslint-ls`: what the command finds, shown in an editor while one writes."""

"""The language server `newslint-ls`: findings shown in an editor while somebody writes."""

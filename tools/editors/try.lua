-- Opens an article in Neovim, waits for the server's findings, applies the fixes, and writes what it saw.
local env = vim.env
vim.cmd("edit " .. vim.fn.fnameescape(env.ARTICLE))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = "newslint",
  cmd = { env.SERVER },
  root_dir = env.FOLDER,
  workspace_folders = { { uri = vim.uri_from_fname(env.FOLDER), name = "articles" } },
  get_language_id = function() return "plaintext" end,
})
vim.lsp.buf_attach_client(buffer, id)

local function lines() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end

vim.wait(60000, function() return #vim.diagnostic.get(buffer) >= tonumber(env.EXPECTED) end)
local seen = {}
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  local before = lines()[found.lnum + 1]:sub(1, found.col)
  local rule = found.code or found.user_data.lsp.code
  table.insert(seen, { line = found.lnum + 1, column = vim.fn.strchars(before) + 1, rule = rule })
end

local client = vim.lsp.get_client_by_id(id)
local encoding = client.offset_encoding
local first = vim.diagnostic.get(buffer)[1]
local hover = ""
if first then
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local params = vim.lsp.util.make_position_params(0, encoding)
  local answer = vim.lsp.buf_request_sync(buffer, "textDocument/hover", params, 10000)
  hover = answer[id].result.contents.value
end

local params = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = { line = 0, character = 0 }, ["end"] = { line = #lines(), character = 0 } },
  context = { diagnostics = {}, only = { "source.fixAll" } },
}
local answer = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 10000)
for _, action in ipairs(answer[id].result or {}) do
  vim.lsp.util.apply_workspace_edit(action.edit, encoding)
end
local ending = vim.bo[buffer].endofline and "\n" or ""
local separator = vim.bo[buffer].fileformat == "dos" and "\r\n" or "\n"
local fixed = table.concat(lines(), separator) .. (ending ~= "" and separator or "")

local file = io.open(env.NOTES .. "/seen.json", "w")
file:write(vim.json.encode({ seen = #seen > 0 and seen or vim.empty_dict(), hover = hover, fixed = fixed }))
file:close()
vim.lsp.stop_client(id)
vim.wait(5000, function() return vim.lsp.get_client_by_id(id) == nil end)
vim.cmd("qall!")

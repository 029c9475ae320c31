-- What a person does in Neovim: open a report, see the findings, apply a fix, look at a figure, save.
-- The environment tells which file to open and what to do; what was seen goes to a file as JSON, a failure to its
-- "failure" and to the exit code.

local given = vim.json and vim.json.decode(vim.env.GXLINT_TEST) or vim.fn.json_decode(vim.env.GXLINT_TEST)
local seen = {}

local function leave(failure)
  seen.failure = failure
  local file = assert(io.open(given.out, "w"))
  file:write(vim.fn.json_encode(seen))
  file:close()
  if failure then
    vim.cmd("cquit 1")
  end
  vim.cmd("qall!")
end

local function await(what, condition)
  if not vim.wait(given.patience, condition, 20) then
    error("waited in vain: " .. what)
  end
end

local function shown()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local code = one.code or one.user_data.lsp.code
    table.insert(found, { code, one.severity, one.message, one.lnum, one.col, one.end_lnum, one.end_col })
  end
  return found
end

local function choose(wanted)
  vim.ui.select = function(items, options, on_choice)
    seen.titles = {}
    for _, item in ipairs(items) do
      table.insert(seen.titles, (options.format_item(item)))
    end
    for number, title in ipairs(seen.titles) do
      if vim.startswith(title, wanted) then
        return on_choice(items[number], number)
      end
    end
    error("no such action: " .. wanted)
  end
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    end
  end
end

local function work()
  dofile(given.configuration)
  vim.cmd("edit " .. vim.fn.fnameescape(given.file))
  await("the findings", function() return #vim.diagnostic.get(0) == given.findings end)
  seen.first = shown()

  vim.api.nvim_win_set_cursor(0, given.fix.place)
  choose(given.fix.title)
  local before = vim.b.changedtick
  vim.lsp.buf.code_action()
  await("the fix", function() return vim.b.changedtick ~= before end)
  await("the findings after the fix", function() return #vim.diagnostic.get(0) == given.findings - 1 end)
  seen.second = shown()
  seen.modified = vim.bo.modified
  vim.cmd("write")

  if given.hover then
    vim.api.nvim_win_set_cursor(0, given.hover)
    vim.lsp.buf.hover()
    await("the hover", floating)
    seen.hover = floating()
  end
end

local fine, failure = pcall(work)
leave(not fine and failure or nil)

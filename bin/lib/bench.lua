--[[
# DOC: Bagian bin/bench untuk wrk: mengirim permintaan dari berkas, memeriksa setiap jawaban, menyebut angkanya
BENCH_FILE: one request a line (method, path, cookie, content type, expected status, body). BENCH_ONCE=1: each at most once, from line
BENCH_FROM on, BENCH_COUNT of them; else over and over. "{key}" in a body is another key each time. Every visitor has an own address, as
behind a proxy: the limits per address stay as they are and are not what is measured.
]]
local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long us; } clock_now; int gettimeofday(clock_now *t, void *zone);")
local function now()
  local t = ffi.new("clock_now")
  ffi.C.gettimeofday(t, nil)
  return tonumber(t.s) + tonumber(t.us) / 1e6
end

local requests, at, sent = {}, 0, 0
local once = os.getenv("BENCH_ONCE") == "1"
local from, count = tonumber(os.getenv("BENCH_FROM") or 0), tonumber(os.getenv("BENCH_COUNT") or 0)

function init(args)
  math.randomseed(os.time())
  run = string.format("%05d", math.random(0, 99999))
  local n = 0
  for line in io.lines(os.getenv("BENCH_FILE")) do
    n = n + 1
    if not once or (n > from and n <= from + count) then
      local f = {}
      for part in (line .. "\t"):gmatch("([^\t]*)\t") do f[#f + 1] = part end
      local escaped = { r = "\r", n = "\n", ["\\"] = "\\" }
      requests[#requests + 1] = { method = f[1], path = f[2], cookie = f[3], type = f[4], status = tonumber(f[5]), body = f[6]:gsub("\\(.)", escaped) }
    end
  end
  status = requests[1].status
end

function request()
  if sent == 0 then began = now() end
  if once and sent == #requests then return wrk.format("GET", "/healthz") end -- a connection that was faster than delay must ask something
  sent = sent + 1
  at = at % #requests + 1
  local r = requests[at]
  local headers = { ["X-Forwarded-For"] = string.format("10.%d.%d.%d", sent / 62500 % 250, sent / 250 % 250, sent % 250 + 1) }
  if r.cookie ~= "" then headers["Cookie"] = r.cookie end
  if r.type ~= "" then headers["Content-Type"] = r.type end
  local body = r.body
  if body == "" then body = nil else body = body:gsub("{key}", string.format("wrk%s%09d", run, sent)) end
  return wrk.format(r.method, r.path, headers, body)
end

-- When all are on their way, connections wait for the end instead of asking something else that would be timed along.
if once then
  function delay()
    return sent == #requests and 3600000 or 0
  end
end

answered, wrong, first_wrong, began, ended = 0, 0, "-", 0, 0

function response(code, headers, body)
  if once and code == 200 then return end -- /healthz; a step answers with 303
  answered = answered + 1
  ended = now()
  if code ~= status then
    wrong = wrong + 1
    if first_wrong == "-" then first_wrong = tostring(code) end
  end
  if once and answered >= #requests then wrk.thread:stop() end
end

local thread
function setup(only) thread = only end

-- wrk waits until its time is over even when all has been asked; so the time is that from the first request to the last answer
function done(summary, latency, all)
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("HASIL %d %.3f %.2f %.2f %d %s\n", thread:get("answered"), thread:get("ended") - thread:get("began"),
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, thread:get("wrong") + broken, thread:get("first_wrong")))
end

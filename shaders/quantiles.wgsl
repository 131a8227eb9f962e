// The buckets in which quantiles lie: one workgroup for a row of buckets.

const BUCKETS = 65536u;
const SHARES = 256u;
const NOWHERE = 0xffffffffu;

struct Rows {
  quantiles: u32,
  // Where the first row's buckets go.
  offset: u32,
}

@group(0) @binding(0) var<uniform> rows: Rows;
@group(0) @binding(1) var<storage, read> buckets: array<u32>;
// How many numbers have to be there, for each quantile.
@group(0) @binding(2) var<storage, read> wanted: array<u32>;
@group(0) @binding(3) var<storage, read_write> found: array<u32>;

var<workgroup> sums: array<u32, 256>;

@compute @workgroup_size(256)
fn find(@builtin(workgroup_id) row: vec3u, @builtin(local_invocation_index) share: u32) {
  let length = BUCKETS / SHARES;
  let first = row.x * BUCKETS + share * length;
  var sum = 0u;
  for (var i = 0u; i < length; i++) {
    sum += buckets[first + i];
  }
  sums[share] = sum;
  workgroupBarrier();
  for (var quantile = share; quantile < rows.quantiles; quantile += SHARES) {
    var below = 0u;
    var at = 0u;
    while (at < SHARES && below + sums[at] < wanted[quantile]) {
      below += sums[at];
      at++;
    }
    var bucket = NOWHERE;
    for (var i = 0u; i < length && at < SHARES; i++) {
      below += buckets[row.x * BUCKETS + at * length + i];
      if (below >= wanted[quantile]) {
        bucket = at * length + i;
        break;
      }
    }
    found[rows.offset + row.x * rows.quantiles + quantile] = bucket;
  }
}

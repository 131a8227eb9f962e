// The runs that one program lists for the next, and the workgroups that the next one is dispatched with.
struct Queue {
  x: u32,
  y: u32,
  z: u32,
  count: u32,
  runs: array<u32>,
}

// The same while it is filled.
struct OpenQueue {
  x: atomic<u32>,
  y: u32,
  z: u32,
  count: atomic<u32>,
  runs: array<u32>,
}

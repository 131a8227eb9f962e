// The targets that runs can come to, filled up to at least four with points out of reach.

@group(0) @binding(2) var<storage, read> targets: array<vec2f>;

// Whether there are more than four. Known when the pipeline is made: see `minima.wgsl`.
override many_targets = false;

// The first four, in registers once they are loaded.
var<private> first_targets: array<vec2f, 4>;

fn load_targets() {
  first_targets = array<vec2f, 4>(targets[0], targets[1], targets[2], targets[3]);
}

struct Nearest {
  squared: vec4f,
  // 1 more than its number, as marks have it.
  mark: vec4u,
}

fn nearer(than: Nearest, at: Runs, place: vec2f, mark: u32) -> Nearest {
  let squared = squared_distance(at, place);
  let closer = squared < than.squared;
  return Nearest(select(than.squared, squared, closer), select(than.mark, vec4u(mark), closer));
}

// The target nearest to each run; of several as near, the first.
fn nearest_target(at: Runs) -> Nearest {
  var nearest = Nearest(squared_distance(at, first_targets[0]), vec4u(1u));
  nearest = nearer(nearest, at, first_targets[1], 2u);
  nearest = nearer(nearest, at, first_targets[2], 3u);
  nearest = nearer(nearest, at, first_targets[3], 4u);
  if (many_targets) {
    for (var i = 4u; i < arrayLength(&targets); i++) {
      nearest = nearer(nearest, at, targets[i], i + 1u);
    }
  }
  return nearest;
}

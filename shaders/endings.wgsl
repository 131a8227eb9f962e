// How a run is judged, and the numbers of what becomes of it: as in `src/math/outcomes.ts` and `src/engine/descend/endings.ts`.

const FOLLOWED = 128u;
const HALF = 64u;
const LONGEST_CYCLE = 64u;
const SAME = 1e-4;
const WINDOW = 16u;
const SMALL_PART = 0.01;
const ROUNDINGS = 8.0;

// Counted from behind the last place: minima come first, then places elsewhere.
const CODE_CYCLING = 0u;
const CODE_MOVING = 63u;
const CODE_FALLING = 64u;
const CODE_WANDERING = 65u;
const CODE_STILL = 66u;
const CODE_LEFT = 67u;
const CODE_DIVERGED = 68u;

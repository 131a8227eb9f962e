import { threefry } from '../../math/random';
import { counts } from './split';
import { STREAM_ITEMS, STREAM_REPAIRS } from './streams';
import { RATINGS_PER_STEP, type Work } from './work';

/** Item number j is asked for in proportion to (j + 1) to the power of minus this. */
export const ITEM_EXPONENT = 0.8;
/** And user number i rates that much: activity is milder than popularity. */
export const USER_EXPONENT = 0.4;

/** A user who rates more than this share of all items draws lots for every item instead of asking until a new one comes. */
const LOTS_FROM = 0.25;

interface Pairs {
  rowOf: Uint32Array;
  columnOf: Uint32Array;
}

/**
 * Who rates what, by user. How many ratings a user gives falls off with his number by a power law, and so does how often
 * an item is taken, both as far as there are others: nobody rates anything twice. Everyone rates something and
 * everything is rated, if `observed` allows.
 */
export function* popularItems({
  users,
  items,
  observed,
  seed,
}: {
  users: number;
  items: number;
  observed: number;
  seed: number;
}): Work<Pairs> {
  const activity = activities(users, items, observed);
  const draw = itemDraw(items);
  const rowOf = new Uint32Array(observed);
  const columnOf = new Uint32Array(observed);
  const takenBy = new Uint32Array(items);
  let at = 0;
  let pause = 0;
  for (let user = 0; user < users; user++) {
    const end = at + activity[user];
    rowOf.fill(user, at, end);
    if (activity[user] > LOTS_FROM * items) {
      columnOf.set(byLots(items, activity[user], seed, user), at);
      at = end;
      pause += items;
    }
    for (let number = 0; at < end; number++) {
      for (const word of threefry([seed, STREAM_ITEMS], [number, user])) {
        const item = draw(word * 2 ** -32);
        if (at === end || takenBy[item] === user + 1) continue;
        takenBy[item] = user + 1;
        columnOf[at++] = item;
        pause++;
      }
    }
    if (pause >= RATINGS_PER_STEP) {
      pause = 0;
      yield at / observed;
    }
  }
  rateTheUnrated(columnOf, items, seed);
  return { rowOf, columnOf };
}

/** How many ratings each user gives: from 1, if there are enough, to all items, and `observed` in all. */
function activities(users: number, items: number, observed: number): Uint32Array {
  const least = observed >= users ? 1 : 0;
  const wanted = (scale: number, user: number) => Math.min(items, least + scale * (user + 1) ** -USER_EXPONENT);
  const total = (scale: number) => {
    let sum = 0;
    for (let user = 0; user < users; user++) sum += wanted(scale, user);
    return sum;
  };
  let low = 0;
  let high = items * users ** USER_EXPONENT;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (total(middle) < observed) low = middle;
    else high = middle;
  }
  const given = new Uint32Array(users);
  let sum = 0;
  let whole = 0;
  for (let user = 0; user < users; user++) {
    sum += wanted(high, user);
    const next = user === users - 1 ? observed : Math.min(observed, Math.round(sum));
    given[user] = next - whole;
    whole = next;
  }
  return given;
}

/** What turns a number in [0, 1) into an item, by a table of where to begin looking. */
function itemDraw(items: number): (place: number) => number {
  const upTo = new Float64Array(items);
  let sum = 0;
  for (let item = 0; item < items; item++) upTo[item] = sum += (item + 1) ** -ITEM_EXPONENT;
  const first = new Uint32Array(items);
  for (let cell = 0, item = 0; cell < items; cell++) {
    while (upTo[item] <= (cell / items) * sum) item++;
    first[cell] = item;
  }
  return (place) => {
    let item = first[Math.floor(place * items)];
    while (item < items - 1 && upTo[item] <= place * sum) item++;
    return item;
  };
}

/**
 * The same choice as asking until enough different items have come: those of which the first time of asking is earliest,
 * which is an exponential deviate over the item's weight.
 * Source: P. S. Efraimidis, P. G. Spirakis, "Weighted random sampling with a reservoir", 2006.
 */
function byLots(items: number, count: number, seed: number, user: number): Uint32Array {
  const times = Float64Array.from({ length: items }, (_, item) => {
    const [word] = threefry([seed, STREAM_ITEMS], [item, user]);
    return -Math.log((word + 0.5) * 2 ** -32) * (item + 1) ** ITEM_EXPONENT;
  });
  return Uint32Array.from(times.keys())
    .sort((a, b) => times[a] - times[b])
    .subarray(0, count);
}

/** Items that nobody took replace one that others took too, of a random user. */
function rateTheUnrated(columnOf: Uint32Array, items: number, seed: number): void {
  const taken = counts(columnOf, items);
  // Where there are fewer ratings than items, that many can be helped.
  let spare = columnOf.length - taken.reduce((different, count) => different + (count > 0 ? 1 : 0), 0);
  for (let item = 0; item < items && spare > 0; item++) {
    if (taken[item] > 0) continue;
    let i = threefry([seed, STREAM_REPAIRS], [item, 0])[0] % columnOf.length;
    while (taken[columnOf[i]] < 2) i = (i + 1) % columnOf.length;
    taken[columnOf[i]]--;
    columnOf[i] = item;
    taken[item] = 1;
    spare--;
  }
}

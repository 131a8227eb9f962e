/**
 * The known name that was meant, if there is no doubt: one letter is missing, too many, wrong or swapped with its
 * neighbour. Of a name of three letters none may be wrong: sec is neither sin nor e.
 */
export function closest(name: string, known: readonly string[]): string | undefined {
  if (name.length < 3) return undefined;
  const plain = name.toLowerCase();
  const alike = known.filter(
    (one) => one.length >= 3 && isNear(plain, one) && (name.length > 3 || !isWrong(plain, one)),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const isSwapped =
    restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1);
}

/** Whether the two have other letters, though as many. */
function isWrong(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join() !== [...b].sort().join();
}

/** The same few formulas are asked for again and again, by views and engines. */
const MEMORY = 8;

/** A function of a text that keeps what the last few texts gave. */
export function remembered<Result>(of: (text: string) => Result): (text: string) => Result {
  const recent = new Map<string, Result>();
  return (text) => {
    const result = recent.get(text) ?? of(text);
    recent.delete(text);
    recent.set(text, result);
    if (recent.size > MEMORY) recent.delete(recent.keys().next().value!);
    return result;
  };
}

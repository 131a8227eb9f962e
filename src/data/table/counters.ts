/** What columns are called that say where a value stands, or when (X_Value by LabVIEW); a T is a temperature, and run 1 has values. */
const PLACES =
  /^(#|(id|index|n|no|nr|row(?! labels)|sample|lap|trial|run|round|frame|subject|participant|station|time|date|day|week|month|quarter|year|hour|minute|second|wavelength|wavenumber|zeit|uhrzeit|datum|tag|woche|monat|quartal|jahr|stunde|messung|versuch|runde|wellenlänge|ann[eé]e|mois|semaine|jour|heure|temps|hora|tijd|czas|время|дата|时间|時間|日期|日付|fecha|semana|año|mes)(?![\p{L}\d]|[ _]\d))|.[ _-](id|date|datum|no|nr|#|elapsed)\.?$/iu;
const TIME = /^t\b|^X_Value$/;
/** What columns are called that say of the values beside them how sure each is, or of how many. */
const BESIDE =
  /^(d[xy]|Δ[xy]|n|[xy]?[_ -]?(err|errors?|std|sd|sem?|stderr|sigma|σ|unc|uncertainty)|fehler|unsicherheit|standardabweichung|stabw|flags?|quality|status)(?![\p{L}\d])/iu;
/** How even a rise is, beside its step. */
const EVENNESS = 1e-3;
/** A run of places that is begun again has at least so many; a switch has two. */
const LEAST_RUN = 3;

/** Whether a column is called as those are that say where a value stands. */
export const isPlace = (key = ''): boolean => PLACES.test(key) || TIME.test(key);

/** Whether a column is called as those are that belong to the values of another. */
export const isBesideValues = (key = ''): boolean => BESIDE.test(key);

/** Whether numbers rise, or fall, by the same step, as those that count, tell the time or are an axis. */
export function stepsEvenly(places: ArrayLike<number>): boolean {
  const { length } = places;
  const step = (places[length - 1] - places[0]) / (length - 1);
  const isEven = (place: number, i: number) => Math.abs(place - places[0] - i * step) <= EVENNESS * Math.abs(step);
  return length > 2 && step !== 0 && Array.prototype.every.call(places, isEven);
}

/** Whether whole numbers count and begin again, as years do of several countries: 1950 1951 1952 1950 1951. */
export function countsAgain(places: readonly number[]): boolean {
  if (!places.every(Number.isInteger)) return false;
  const starts = places.flatMap((place, i) => (i > 0 && place - places[i - 1] === 1 ? [] : [i]));
  const longest = Math.max(...starts.map((start, i) => (starts[i + 1] ?? places.length) - start));
  return starts.length > 1 && longest >= LEAST_RUN && starts.every((start) => places[start] === places[0]);
}

/** Whether one whole number stands in every row, as that of a station does. */
export function isSameEverywhere(places: readonly number[]): boolean {
  return (
    places.length > 2 && places[0] >= 0 && Number.isInteger(places[0]) && places.every((place) => place === places[0])
  );
}

/** Whether numbers rise, or fall, as the places do of what is measured at each. */
export function risesOrFalls(places: readonly number[]): boolean {
  const sign = Math.sign(places[1] - places[0]);
  return places.length > 2 && places.every((place, i) => i === 0 || sign * (place - places[i - 1]) > 0);
}

/** Seconds, or milliseconds, since 1970, from 1980 on. */
export function isTimeStamp(cell: string): boolean {
  const seconds = /^\d{9,10}$/.test(cell) ? Number(cell) : /^\d{12,13}$/.test(cell) ? Number(cell) / 1000 : 0;
  return seconds > 315_532_800 && seconds < 4_000_000_000;
}

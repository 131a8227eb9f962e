export interface ErrorCurvesData { runs: { learningRate: number; training: Float64Array; validation?: Float64Array; divergedAt: number | null }[]; noise?: number; unit?: string; width?: number }
export interface RateOutcomesData { runs: { learningRate: number; error: number; divergedAt: number | null }[]; threshold: number; errorName: string; width?: number }
export interface RatingTablesData { users: string[]; items: string[]; known: Float64Array; heldOut?: Uint8Array; predicted: Float64Array; low: number; high: number; width?: number }
export interface ItemMapData { items: { id: string; x: number; y: number; ratings: number }[]; explained?: [number, number]; width?: number }
const todo = (c: HTMLElement, d: unknown) => { c.textContent = 'pending ' + JSON.stringify(d).slice(0, 30); };
const words = (_: unknown) => 'pending pending pending pending pending pending';
export const drawErrorCurves: (c: HTMLElement, d: ErrorCurvesData) => void = todo, drawRateOutcomes: (c: HTMLElement, d: RateOutcomesData) => void = todo, drawRatingTables: (c: HTMLElement, d: RatingTablesData) => void = todo, drawItemMap: (c: HTMLElement, d: ItemMapData) => void = todo;
export const summarizeErrorCurves: (d: ErrorCurvesData) => string = words, summarizeRateOutcomes: (d: RateOutcomesData) => string = words, summarizeRatingTables: (d: RatingTablesData) => string = words, summarizeItemMap: (d: ItemMapData) => string = words;

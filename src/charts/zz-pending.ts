import type { Chart } from './types';
export interface RatingTablesData { users: string[]; items: string[]; known: Float64Array; heldOut?: Uint8Array; predicted: Float64Array; low: number; high: number }
export interface ItemMapData { items: { id: string; x: number; y: number; ratings: number }[]; explained?: [number, number] }
const pending: Chart<unknown> = { draw: (c) => { c.textContent = 'pending'; }, summarize: () => 'pending pending pending pending pending pending', table: () => ({ a: [1] }) };
export const ratingTables = pending as Chart<RatingTablesData>, itemMap = pending as Chart<ItemMapData>;

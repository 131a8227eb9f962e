import type { Message } from '../../messages';
import type { Reading } from '../table/dialect';
import type { Found } from '../table/table-error';

/** Rows of numbers, row after row. */
export interface NumberRows {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** Examples to learn from: a row of features each, and its target. */
export interface Examples {
  design: NumberRows;
  targets: Float64Array;
}

/** What was found in files of examples, and how they were read. */
export interface RegressionContent extends Examples {
  /** Examples that were kept apart for the end. */
  test?: Examples;
  /** The features' names, where the files have some. */
  featureNames?: string[];
  /** Height and width, where each row of features is an image. */
  imageSize?: readonly [height: number, width: number];
  /** How the files were read, in one line. */
  reading: Message;
  /** Of tables: what of that a person can change. */
  found?: Found;
  /** Of tables: the columns that there are, those of them that hold numbers, and which were read as what. */
  columns?: { names: string[]; numeric: number[]; target: number; feature?: number };
}

/** What a person says about tables of examples. Columns are counted from 0. */
export interface RegressionReading extends Reading {
  target?: number;
  /** The one column that is the feature, where only one is taken. */
  feature?: number;
}

export interface ReadOptions extends RegressionReading {
  mostRows: number;
  /** 1 where examples are points: then one column is the feature. */
  mostFeatures: number;
  /** Numbers beyond this one and its negative are refused. */
  largest?: number;
}

/** The rows one by one, as scripts give them; they share their numbers. */
export function rowsOf({ rows, columns, values }: NumberRows): Float64Array[] {
  return Array.from({ length: rows }, (_, row) => values.subarray(row * columns, (row + 1) * columns));
}

/** Examples with one feature each, as points. */
export function pointsOf({ design, targets }: Examples): [x: number, y: number][] {
  return Array.from(targets, (target, row) => [design.values[row * design.columns], target]);
}

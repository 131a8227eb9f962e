/** With more features than this and a ridge, the smaller system of normal equations is solved in place of least squares. */
export const MOST_COLUMNS_FOR_QR = 500;

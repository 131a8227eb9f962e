/** What NumPy writes: arrays of numbers, alone or several in an archive. */
export { columnsOf, isNumpy, readArrays, type Column } from './arrays';
export { NumpyError, readNpy, type NumpyArray } from './npy';
export { readNpz } from './npz';

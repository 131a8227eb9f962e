/** Arrays of numbers in files: what NumPy writes, alone or several in an archive, and the whole matrices of Matrix Market. */
export { ARRAY_HEAD, columnsOf, holdsArrays, readArrays, type Column } from './arrays';
export { NumpyError, readNpy, type NumpyArray } from './npy';
export { readNpz, type Archive } from './npz';

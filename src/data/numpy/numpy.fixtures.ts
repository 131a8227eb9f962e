/** Arrays as NumPy writes them (`np.save`, in base64), and their numbers. */
export const ARRAYS: Record<string, { file: string; numbers: unknown }> = {
  float64: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAACEAAAAAAAAAQQAAAAAAAABRAAAAAAAAAGUA=',
    numbers: [
      [1.5, -2.0, 3.0],
      [4.0, 5.0, 6.25],
    ],
  },
  'float64 by columns': {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAABBAAAAAAAAAAMAAAAAAAAAUQAAAAAAAAAhAAAAAAAAAGUA=',
    numbers: [
      [1.5, -2.0, 3.0],
      [4.0, 5.0, 6.25],
    ],
  },
  'float64, big end first': {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPmY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/+AAAAAAAAMAAAAAAAAAAfjfkPIgAdZw=',
    numbers: [1.5, -2.0, 1e300],
  },
  float32: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAA/AAAAwA==',
    numbers: [0.5, -2.0],
  },
  float16: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDUsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAOADA/3sBAAB8',
    numbers: [0.5, -2.0, 65504.0, 5.960464477539063e-8, Infinity],
  },
  'float16, big end first': {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPmYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo4AMAA',
    numbers: [0.5, -2.0],
  },
  int8: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnfGkxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBZJw=',
    numbers: [1.0, 100.0, -100.0],
  },
  int16: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAGQAnP8=',
    numbers: [1.0, 100.0, -100.0],
  },
  int32: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAZAAAAJz///8=',
    numbers: [1.0, 100.0, -100.0],
  },
  int64: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAAAAAGQAAAAAAAAAnP////////8=',
    numbers: [1.0, 100.0, -100.0],
  },
  uint8: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBZMg=',
    numbers: [1.0, 100.0, 200.0],
  },
  uint16: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPHUyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAGQAyAA=',
    numbers: [1.0, 100.0, 200.0],
  },
  uint32: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPHU0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAZAAAAMgAAAA=',
    numbers: [1.0, 100.0, 200.0],
  },
  uint64: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPHU4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAAAAAGQAAAAAAAAAyAAAAAAAAAA=',
    numbers: [1.0, 100.0, 200.0],
  },
  'int32, big end first': {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPmk0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAB//7ukA==',
    numbers: [1.0, -70000.0],
  },
  bool: {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAE=',
    numbers: [1.0, 0.0, 1.0],
  },
  'version 2': {
    file: 'k05VTVBZAgB0AAAAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADwPwAAAAAAAABA',
    numbers: [1.0, 2.0],
  },
  'version 3': {
    file: 'k05VTVBZAwB0AAAAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADwPwAAAAAAAABA',
    numbers: [1.0, 2.0],
  },
  'three axes by columns': {
    file: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMiwgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAABBAAAAAAAAAAEAAAAAAAAAYQAAAAAAAAPA/AAAAAAAAFEAAAAAAAAAIQAAAAAAAABxA',
    numbers: [
      [
        [0.0, 1.0],
        [2.0, 3.0],
      ],
      [
        [4.0, 5.0],
        [6.0, 7.0],
      ],
    ],
  },
};

/** Arrays that hold no real numbers. */
export const OTHERS: Record<string, string> = {
  complex128:
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGMxNicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgxLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAPA/',
  U3: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPFUzJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAphAAAAYgAAAGMAAAA=',
};

/** [(1, 2.0)] with the fields a, of int32, and b, of float64. */
export const STRUCTURED =
  'k05VTVBZAQB2AHsnZGVzY3InOiBbKCdhJywgJzxpNCcpLCAoJ2InLCAnPGY4JyldLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMSwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAAAAAAAAAEA=';

/** x = [1, 2, 3] and y = [[1, 2], [3, 4]], by `np.savez` and `np.savez_compressed`. */
export const ARCHIVES = {
  stored:
    'UEsDBC0AAAAAAAAAIQAqwR1E//////////8FABQAeC5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxmOCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgzLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAA8D8AAAAAAAAAQAAAAAAAAAhAUEsDBC0AAAAAAAAAIQCgREtb//////////8FABQAeS5ucHkBABAAoAAAAAAAAACgAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxpOCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAyKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAQAAAAAAAAACAAAAAAAAAAMAAAAAAAAABAAAAAAAAABQSwECLQMtAAAAAAAAACEAKsEdRJgAAACYAAAABQAAAAAAAAAAAAAAgAEAAAAAeC5ucHlQSwECLQMtAAAAAAAAACEAoERLW6AAAACgAAAABQAAAAAAAAAAAAAAgAHPAAAAeS5ucHlQSwUGAAAAAAIAAgBmAAAApgEAAAAA',
  compressed:
    'UEsDBC0AAAAIAAAAIQAqwR1E//////////8FABQAeC5ucHkBABAAmAAAAAAAAABQAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GsY6mjoKtQoUAC4GMPhgD6EZHCAUhwMAUEsDBC0AAAAIAAAAIQCgREtb//////////8FABQAeS5ucHkBABAAoAAAAAAAAABSAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TaaGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDLkYGCGCC0sxQmgVKAwBQSwECLQMtAAAACAAAACEAKsEdRFAAAACYAAAABQAAAAAAAAAAAAAAgAEAAAAAeC5ucHlQSwECLQMtAAAACAAAACEAoERLW1IAAACgAAAABQAAAAAAAAAAAAAAgAGHAAAAeS5ucHlQSwUGAAAAAAIAAgBmAAAAEAEAAAAA',
};

/** A `.npy` file of float64, or of that many bytes of another type. */
export function npy(
  shape: readonly number[],
  numbers: ArrayLike<number>,
  type = '<f8',
  isFortran = false,
): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '${type}', 'fortran_order': ${isFortran ? 'True' : 'False'}, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  const text = header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11 + 53) + '\n';
  const bytes = new Uint8Array(10 + text.length + 8 * numbers.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8]);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes.set(new Uint8Array(Float64Array.from(numbers).buffer), 10 + text.length);
  return bytes;
}

/** A `.npz` file, as `np.savez` writes it. */
export const npz = (arrays: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> =>
  zip(Object.fromEntries(Object.entries(arrays).map(([key, bytes]) => [`${key}.npy`, bytes])));

/** A zip archive, not compressed. */
export function zip(files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts: number[] = [];
  const directory: number[] = [];
  const write = (to: number[], ...fields: [value: number, bytes: number][]) =>
    fields.forEach(([value, bytes]) => {
      for (let i = 0; i < bytes; i++) to.push(Math.floor(value / 256 ** i) % 256);
    });
  for (const [path, bytes] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const at = parts.length;
    // Version, flags, no packing, time and date, checksum (which is not read), both sizes, lengths of name and extra.
    const shared: [number, number][] = [
      [20, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [0, 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ];
    write(parts, [0x04034b50, 4], ...shared);
    parts.push(...name, ...bytes);
    write(directory, [0x02014b50, 4], [20, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    directory.push(...name);
  }
  const entries = Object.keys(files).length;
  const end: number[] = [];
  write(end, [0x06054b50, 4], [0, 4], [entries, 2], [entries, 2], [directory.length, 4], [parts.length, 4], [0, 2]);
  return Uint8Array.from([...parts, ...directory, ...end]);
}

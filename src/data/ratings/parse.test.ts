import { inEnglish } from '../../messages';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseRatings, type ParseOptions } from './parse';
import { RatingsError, type Ratings } from './ratings';

/** A stream of a file's bytes in pieces. */
function streamOf(file: string | Uint8Array, piece = 7): ReadableStream<Uint8Array> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += piece)));
    },
  });
}

const parse = (file: string | Uint8Array, columns?: ParseOptions['columns'], piece?: number) =>
  parseRatings(streamOf(file, piece), { columns });

/** Every rating as user, item and value. */
function list({ rowOf, columnOf, values, userIds, itemIds }: Ratings): (string | number)[][] {
  return Array.from(values, (value, i) => [userIds![rowOf[i]], itemIds![columnOf[i]], value]);
}

const expected = [
  [7, 31, 2.5],
  [7, 1029, 3],
  [15, 31, 4],
  [2147483647, 10, 0.5],
];

test.each([
  [
    'ratings.csv of MovieLens',
    'userId,movieId,rating,timestamp\n7,31,2.5,1260759144\n7,1029,3.0,1260759179\n15,31,4.0,1260759182\n2147483647,10,0.5,1260759185\n',
  ],
  [
    'u.data, with tabs and no header',
    '7\t31\t2.5\t881250949\n7\t1029\t3\t891717742\n15\t31\t4\t878887116\n2147483647\t10\t.5\t880606923\n',
  ],
  [
    'ratings.dat, with double colons',
    '7::31::2.5::978300760\n7::1029::3::978302109\n15::31::4::978301968\n2147483647::10::0.5::978300275\n',
  ],
  [
    'CR LF, a byte order mark, no end of the last line',
    '\ufeffuser_id,item_id,stars\r\n7,31,2.5\r\n7,1029,3\r\n15,31,4\r\n2147483647,10,5e-1',
  ],
  ['CR alone', 'User ID,Item ID,Rating\r7,31,2.5\r7,1029,3\r15,31,4\r2147483647,10,0.5\r'],
  ['blank lines, at the end too', '\n\nuser,item,rating\n\n7,31,2.5\n7,1029,3\n   \n15,31,4\n2147483647,10,0.5\n\n\n'],
  ['semicolons and decimal commas', 'user;item;rating\n7;31;2,5\n7;1029;3\n15;31;4\n2147483647;10;0,50'],
  ['quotation marks', '"user","item","rating"\n"7","31","2.5"\n"7","1029","3"\n"15",31,4\n"2147483647","10","0.5"\n'],
  ['spaces around cells', 'user, item, rating\n 7, 31 , 2.5 \n7, 1029, 3\n15 ,31, 4\n2147483647, 10, +0.5'],
  [
    'columns in another order, and more of them',
    'timestamp,rating,title,item,user\n1,2.5,"Up, up, and\naway",31,7\n2,3,"say ""Up""",1029,7\n3,4,,31,15\n4,0.5,x,10,2147483647\n',
  ],
])('%s is read, wherever its bytes are cut', async (_name, text) => {
  for (const piece of [1, 2, 3, 10, 1000]) {
    const ratings = await parse(text, undefined, piece);
    expect(list(ratings)).toEqual(expected);
    expect([ratings.rows, ratings.columns]).toEqual([3, 3]);
  }
});

test('a gzipped file is known by its first bytes', async () => {
  const text = '7,31,2.5\n7,1029,3\n15,31,4\n2147483647,10,0.5\n';
  expect(list(await parse(gzipSync(text)))).toEqual(expected);
});

test('users and items get numbers in the order of their first appearance', async () => {
  const { userIds, itemIds, rowOf, columnOf } = await parse('9,1,1\n3,5,1\n9,5,1\n1,1,1\n');
  expect([userIds, itemIds, rowOf, columnOf]).toEqual([
    Uint32Array.of(9, 3, 1),
    Uint32Array.of(1, 5),
    Uint32Array.of(0, 1, 0, 2),
    Uint32Array.of(0, 1, 1, 0),
  ]);
});

test('ids may be texts, of which 0, 00 and "0" in quotation marks are two', async () => {
  const text = 'user,item,rating\nA3AF8,0000031852,5\nÅsa,B00,4\nA3AF8,0,3\nÅsa,"0",2\nÅsa,00,1\n"O""Hara",00,1\n';
  const ratings = await parse(text);
  expect(ratings.userIds).toEqual(['A3AF8', 'Åsa', 'O"Hara']);
  expect(ratings.itemIds).toEqual(['0000031852', 'B00', '0', '00']);
  expect(ratings.values).toEqual(Float32Array.of(5, 4, 3, 2, 1, 1));
});

test('a hundred thousand ids of either kind, small and large, are told apart', async () => {
  const count = 100_000;
  const ids = Array.from({ length: count }, (_, i) => (i % 2 === 1 ? i : (i * 21_474) % 2_147_483_647));
  const lines = ids.map((id, i) => `${id},x${id},${i % 5}`).join('\n');
  const ratings = await parse(lines, undefined, 65536);
  expect(ratings.rows).toBe(count);
  expect(ratings.userIds).toEqual(Uint32Array.from(ids));
  expect(ratings.itemIds).toEqual(ids.map((id) => `x${id}`));
  expect(ratings.rowOf).toEqual(Uint32Array.from(ids.keys()));
});

test('columns are chosen by name or by number, and said', async () => {
  const text = 'who,what,when,how\n1,10,100,5\n2,20,200,4\n';
  const byName = await parse(text, { user: 'who', item: 'what', rating: 'how' });
  expect(list(byName)).toEqual([
    [1, 10, 5],
    [2, 20, 4],
  ]);
  expect(byName.fileColumns).toEqual({
    names: ['who', 'what', 'when', 'how'],
    user: 'who',
    item: 'what',
    rating: 'how',
  });
  expect(list(await parse(text, { user: 2, item: 1, rating: 3 }))).toEqual([
    [10, 1, 100],
    [20, 2, 200],
  ]);
  expect(list(await parse('1 5 2\n2 4 3\n', { user: 'column 1', item: 3, rating: 2 }))).toEqual([
    [1, 2, 5],
    [2, 3, 4],
  ]);
});

test('whether ids are numbers can be laid down', async () => {
  const text = '1,123,5\nx,B00,4\n';
  expect((await parse(text)).userIds).toEqual(['1', 'x']);
  await expect(parse(text, { ids: 'numbers' })).rejects.toThrow(
    "line 2: the user is 'x'; it should be a whole number from 0 to 2\u202f147\u202f483\u202f647",
  );
  await expect(parse('user,item,rating\n007,0012,4\n', { ids: 'numbers' })).rejects.toThrow(
    /line 2: the user is '007'; it should be a whole number from 0 to [\d\u202f]+, without zeros before it$/,
  );
  expect((await parse('1,123,5\n2,7,4\n', { ids: 'text' })).itemIds).toEqual(['123', '7']);
});

/** A good line for every number, each of its own user and item. */
const good = (count: number) => Array.from({ length: count }, (_, i) => `${i},${i},3`).join('\n');

test.each<[string, string | Uint8Array, string]>([
  ['an empty file', '', 'the file is empty'],
  ['blank lines alone', '\n \n\r\n', 'the file is empty'],
  ['a header alone', 'userId,movieId,rating\n', 'the file has a header and no numbers'],
  [
    'no such columns',
    'title,year,price\nUp,2009,5\n',
    'no column is called item or rating, and this may be a matrix, with a row for each user: title, year, price; choose “matrix”, or the columns',
  ],
  [
    'two columns of numbers',
    '1 6\n3 4\n2 5\n',
    'there should be at least three columns, for user, item and rating; there are column 1, column 2',
  ],
  [
    'one column',
    'hello\nworld\n',
    'there should be at least three columns, for user, item and rating; there is column 1',
  ],
  [
    'text for a rating, far down',
    `userId,movieId,rating\n${good(812_343)}\n1,2,abc\n`,
    "line 812\u202f345: the rating is 'abc'; it should be a number",
  ],
  [
    'the same behind blank lines and lines in quotation marks',
    'user,item,rating,text\n\n1,1,5,"two\nlines"\n\n1,2,abc,\n',
    "line 6: the rating is 'abc'; it should be a number",
  ],
  ['no rating', 'user,item,rating\n1,1,5\n1,2,\n', 'line 3: the rating is missing; it should be a number'],
  ['not a number', '1,1,5\n1,2,NaN\n', "line 2: the rating is 'NaN'; it should be a number"],
  ['infinity', '1,1,5\n1,2,-Infinity\n', "line 2: the rating is '-Infinity'; it should be a number"],
  ['a number that only overflows', '1,1,5\n1,2,1e999\n', "line 2: the rating is '1e999'; it should be a number"],
  [
    'a rating beyond all bounds',
    '1,1,5\n1,2,1e10\n',
    "line 2: the rating is '1e10'; it should be a number from -1\u202f000\u202f000\u202f000 to 1\u202f000\u202f000\u202f000",
  ],
  ['a hexadecimal number', '1,1,5\n1,2,0x10\n', "line 2: the rating is '0x10'; it should be a number"],
  ['no user', 'a,b,5\n,c,4\n', 'line 2: the user is missing; it should be a number or a name'],
  [
    'a line cut short',
    'user,item,rating\n1,1,5\n1,2\n2,2,3\n',
    "line 3: there are 2 columns, '1,2'; there should be 3",
  ],
  [
    'a rating twice',
    'user,item,rating\n1,10,5\n2,10,4\n1,20,3\n2,10,4\n1,10,2\n',
    'line 5 repeats line 3: user 2 rates item 10 again; each user may rate an item only once; there are 2 such repetitions',
  ],
  [
    'a rating twice behind a blank line',
    '1,10,5\n\n2,20,4\n1,10,3\n',
    'line 4 repeats line 1: user 1 rates item 10 again; each user may rate an item only once',
  ],
  ['one user', '5,1,3\n5,2,4\n', 'there is only one user, 5; there should be two or more'],
  ['one item', 'a,x,3\nb,x,4\n', 'there is only one item, x; there should be two or more'],
  [
    'an open quotation mark',
    'a,b,5\n"c,d,4\ne,f,3\n',
    `line 2: '"c,d,4\ne,f,3' has a quotation mark that is never closed`,
  ],
  [
    'a quotation mark open from the start',
    '"a,b,5\nc,d,4\n',
    'there should be at least three columns, for user, item and rating; there is column 1',
  ],
  [
    'a gzipped file that was cut off',
    gzipSync(good(5000)).subarray(0, 9000),
    'the gzipped file ends too early or is damaged; load or pack it again',
  ],
  [
    'a gzipped file that was damaged',
    gzipSync(good(5000)).fill(7, 100, 900),
    'the gzipped file ends too early or is damaged; load or pack it again',
  ],
  ['a gzipped empty file', gzipSync(''), 'the gzipped file is empty'],
  [
    'a zip archive',
    Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0),
    'the zip archive is damaged, or packed in a way that cannot be read',
  ],
  ['a binary file', Uint8Array.of(1, 2, 0, 4, 0, 0, 0, 13), 'this is a binary file; it should be text with numbers'],
  ['a web page', '<!doctype html>\n<html lang="en">', 'this is a web page and no table'],
  ['a line without an end', 'x'.repeat(3_000_000), 'more than 1\u202f048\u202f576 bytes have no end of a line'],
])('%s is answered in words', async (_name, file, message) => {
  const refused = parse(file, undefined, 65536);
  await expect(refused).rejects.toThrow(RatingsError);
  await expect(refused).rejects.toHaveProperty('message', message);
});

const matrixMarketOf = (rating: string) => `%%MatrixMarket matrix array real general\n2 2\n4\n3\n${rating}\n2\n`;

test.each([
  ['lines', (rating: string) => `user,item,rating\n1,10,4\n1,20,${rating}\n2,10,3\n`, 'line 3', undefined],
  ['a matrix', (rating: string) => `4;${rating}\n3;2\n`, 'line 1', { matrix: true }],
  ['a file of a whole matrix', matrixMarketOf, 'row 1, column 2', undefined],
])(
  'in %s a whole number that 32-bit floats cannot hold is refused, and the next one is read',
  async (_, text, place, columns) => {
    await expect(parse(text('16777217'), columns)).rejects.toThrow(
      /16777217.*; ratings are kept as 32-bit floats, whose nearest whole number is 16777216/,
    );
    await expect(parse(text('16777217'), columns)).rejects.toThrow(place);
    expect([...(await parse(text('16777218'), columns)).values]).toContain(16777218);
  },
);

test.each([
  ['\x89PNG\r\n\x1a\n', 'a picture'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'an old workbook of Excel'],
  ['MATLAB 5.0 MAT-file, Platform: PCWIN64', 'a file of MATLAB'],
  ['\x89HDF\r\n\x1a\n\0\0', 'an HDF5 file'],
  ['CDF\x01\0\0', 'a netCDF file'],
  ['PAR1\x15\x04', 'a Parquet file'],
  ['ARROW1\0\0', 'an Arrow file'],
  ['SQLite format 3\0', 'a database of SQLite'],
  ['RDX3\nX\n', 'a workspace of R'],
  ['\x80\x04\x95\x10\0', 'a pickle of Python'],
  ['%PDF-1.7\n', 'a PDF'],
])('%j is answered with what it is', async (begin, name) => {
  const bytes = Uint8Array.from(begin, (letter) => letter.charCodeAt(0));
  const words = `this is ${name}; save its numbers as CSV and take that file`;
  await expect(parse(bytes)).rejects.toThrow(words);
  await expect(parse(gzipSync(bytes))).rejects.toThrow(words);
});

test.each(['[{"user":1,"item":10,"rating":4}]', '{"user":1,"item":10,"rating":4}\n{"user":2,"item":10,"rating":5}\n'])(
  'of %s it is said how it can be written',
  async (text) => {
    const refused = parse(text);
    await expect(refused).rejects.toThrow('these numbers have names, as in JSON; write them as CSV, or as lists');
    expect([...(await parse('[[1, 10, 4], [1, 20, 3], [2, 10, 5]]')).values]).toEqual([4, 3, 5]);
  },
);

test('a column that is not there is answered with those that there are', async () => {
  const refused = parse('who,what,how\n1,2,3\n', { user: 'who', item: 'what', rating: 'stars' });
  await expect(refused).rejects.toThrow("there is no column 'stars'; there are who, what, how");
  await expect(refused).rejects.toHaveProperty('columns', ['who', 'what', 'how']);
  await expect(parse('1,2,3\n', { user: 1, item: 2, rating: 4 })).rejects.toThrow(
    'there is no column 4; there are column 1, column 2, column 3',
  );
  await expect(parse('1,2,3\n', { user: 1, item: 1, rating: 3 })).rejects.toThrow(
    'users, items and ratings should be in three columns',
  );
});

test('progress rises to the end, and pauses can stop it', async () => {
  const text = good(1000);
  const progress: number[] = [];
  await parseRatings(streamOf(text, 1000), { size: text.length, onProgress: (fraction) => progress.push(fraction) });
  expect(progress.length).toBeGreaterThan(5);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  let pauses = 0;
  const stopped = parseRatings(streamOf(text, 1000), {
    pause: () => (++pauses === 3 ? Promise.reject(new Error('enough')) : undefined),
  });
  await expect(stopped).rejects.toThrow('enough');
  expect(pauses).toBe(3);
});

test.each([
  ['of a tutorial', '5 3 0 1\n4 0 0 1\n1 1 0 5\n1 0 0 4\n0 1 5 4\n'],
  ['of three columns', '5,3,1\n4,1,2\n1,1,5\n'],
  ['in per cent', '80,75,90\n60,65,70\n95,85,99\n'],
  ['in which a user would rate an item twice', '1,1,3\n1,1,2\n2,3,3\n'],
  ['of four columns, sorted by the first', '1,1,5,2\n1,2,3,1\n2,1,4,5\n'],
  ['of four columns, numbered in turn', '1,2,3,4\n2,3,4,1\n3,1,1,2\n'],
])('whole numbers that may be a matrix %s are asked about', async (_, file) => {
  await expect(parse(file)).rejects.toThrow('these columns may be a matrix');
  expect(list(await parse(file, { matrix: true }))[0]).toEqual([1, 1, Number(file.split(/[ ,]/)[0])]);
});

test('short lists are no matrix where their ids are sorted, numbered in turn or larger than ratings, nor where a fourth column tells the time', async () => {
  const { inEnglish } = await import('../../messages');
  const said = async (file: string) => inEnglish((await parse(file)).reading!);
  for (const file of ['1,1,5\n1,2,3\n2,1,4\n', '1,2,5\n3,1,4\n2,2,3\n', '9,7,5\n8,30,4\n9,2,1\n'])
    expect(await said(file)).toMatch(/ratings from column 3$/);
  expect(await said('1,10,5,881250949\n1,20,3,881250950\n2,10,4,881250951\n')).toMatch(/ratings from column 3$/);
});

describe('a matrix with a header', () => {
  test('has users in its first column where that holds numbers of theirs, with zeros before them or far above all ratings', async () => {
    const zeros = 'Matrikelnummer;A1;A2;A3\n0012345;4,5;;3\n0012346;5;2,5;\n0099001;;3;4\n';
    expect(list(await parse(zeros, { matrix: true }))).toEqual([
      ['0012345', 'A1', 4.5],
      ['0012345', 'A3', 3],
      ['0012346', 'A1', 5],
      ['0012346', 'A2', 2.5],
      ['0099001', 'A2', 3],
      ['0099001', 'A3', 4],
    ]);
    const large = await parse('Kundennummer,A1,A2\n4711,4,3\n4713,5,2\n', { matrix: true });
    expect([large.columns, list(large)[0]]).toEqual([2, ['4711', 'A1', 4]]);
    // Ratings may be as different as that.
    expect((await parse('A0,A1,A2\n7,4,3\n9,5,2\n', { matrix: true })).columns).toBe(3);
  });

  test.each(['Average', 'Gesamt', 'Grand Total', 'Ø'])('has no item that sums up the others: %s', async (name) => {
    const file = `user,A1,A2,${name}\nann,4,3,3.5\nbob,5,2,3.5\n`;
    await expect(parse(file, { matrix: true })).rejects.toThrow(`column '${name}' seems to sum up others`);
  });

  test('has no item that says how old the users are, unless its numbers may be ratings', async () => {
    const file = (age: number) => `Name,Age,A1,A2\nAnn,${age},5,1\nBob,${age + 4},2,4\n`;
    await expect(parse(file(19), { matrix: true })).rejects.toThrow("column 'Age' seems to say something of the users");
    expect((await parse(file(1), { matrix: true })).columns).toBe(3);
  });

  test('may have the items in its rows, which is said where its corner is called so', async () => {
    const { reading } = await parse('Movie,Ann,Bob\nA1,5,2\nA2,1,4\n', { matrix: true });
    expect(inEnglish(reading!)).toContain('the first column is called “Movie”: if a row is an item and no user, swap');
  });
});

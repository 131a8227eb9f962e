import { defineMessages } from '../../messages';

/** How a table was read, and why it cannot be. */
export const tableMessages = /* @__PURE__ */ defineMessages('tables', {
  atLine: '{place}: {trouble}',
  line: 'line {line}',
  place: 'number {place}',
  row: 'row {row}',
  missing: 'nothing is there',
  columnNumber: 'column {number}',

  emptyFile: 'the file is empty',
  emptyGzip: 'the gzipped file is empty',
  damagedGzip: 'the gzipped file ends too early or is damaged; load or pack it again',
  bzip2: 'this is compressed with bzip2; unpack it, or compress it with gzip',
  xz: 'this is compressed with xz; unpack it, or compress it with gzip',
  zstd: 'this is compressed with zstd; unpack it, or compress it with gzip',
  sevenZip: 'this is a 7z archive; unpack it and take the file that is in it',
  binary: 'this is a binary file; it should be text with numbers',
  binaryNamed: 'this is {name}; save its numbers as CSV and take that file',
  xls: 'an old workbook of Excel',
  mat: 'a file of MATLAB',
  hdf5: 'an HDF5 file',
  netCDF: 'a netCDF file',
  parquet: 'a Parquet file',
  arrow: 'an Arrow file',
  sqlite: 'a database of SQLite',
  rData: 'a workspace of R',
  pickle: 'a pickle of Python',
  pdf: 'a PDF',
  picture: 'a picture',
  webPage: 'this is a web page and no table',
  readingStopped: 'reading stopped: {reason}',

  headerOnly: 'the file has a header and no numbers',
  openQuotation: '{text} has a quotation mark that is never closed',
  textAfterQuotation: '{text} goes on after its closing quotation mark',
  longLists:
    'lists, points and groups of numbers are read up to {most} MiB, and this text is longer; write one row or point a line',
  longLine: 'more than {most} bytes have no end of a line',
  headerLength:
    'the header has {names} {names|name|names}, but the lines after it have {columns} {columns|cell|cells}; name every column with one name, also one that numbers the rows',
  headerLengthBlanks:
    'the header has {names} {names|word|words}, but the lines after it have {columns} {columns|cell|cells}; if it names no columns, say how many header lines there are, else name every column with one word, also one that numbers the rows',
  headerLengthCommas:
    'the header has {names} {names|name|names}, but the lines after it have {columns} {columns|cell|cells}; if a comma is a decimal sign, save the file with semicolons between the columns, else name every column, also one that numbers the rows',
  numbersOnTop:
    'the first line has {numbers}, which may be names of columns or data; say how many header lines there are',
  lyingTable:
    'each line begins with a name, {name} the first, and no column has one: the table lies on its side; swap its rows and columns',
  commaOrColumns:
    'the comma in {text} may be a decimal sign or divide two columns; choose the decimal sign or the delimiter',
  thousandsOrColumns:
    'the comma in {text} may part thousands, be a decimal sign or divide two columns; choose the decimal point if it parts thousands, else the decimal comma or the delimiter',
  groupsOrColumns: 'the commas in {text} may group thousands or divide columns; choose the delimiter',
  blankOrColumns:
    'the blank in {text} may group thousands or divide two columns; choose the delimiter, which is “one column” if it groups thousands',
  pointOrNumber:
    '{text} may be a point or one number; choose “{within}” as the delimiter for points, or “{between}” for numbers',
  listsOrRows:
    'the lists {name}, {other} … may be columns or rows; call them x and y, or x1, x2 and y, if they are columns, else leave their names out',
  otherLength: '{name} has {count} {count|number|numbers}, but {other} has {others}; each should have as many',
  decimalOrThousands: 'the comma in {text} may be a decimal sign or group thousands; choose the decimal sign',
  pointOrThousands: 'the point in {text} may be a decimal sign or group thousands; choose the decimal sign',
  twoDecimals: '{point} has a decimal point and {comma} a decimal comma; choose the decimal sign',
  parentheses:
    'the parentheses in {text} may mean a negative number or hold several; write a minus sign, or square brackets',
  brackets:
    '{text} belongs to no list in brackets; there should be one list, such as [1, 2.5, 3], its rows, such as [[1, 2], [3, 4]], or lists with names, such as x = [1, 2]',
  elided: 'the points “...” stand for numbers that are left out; all of them are needed',
  rowsLeftOut: '{text} stands for rows that are left out; all of them are needed',
  columnsLeftOut: '{text} in the header stands for columns that are left out; all of them are needed',
  noNumbers: 'it has no column of numbers; line {line} begins with {cell}',
  noNumbersBut: 'it has no column of numbers; line {line} has {cell}, which is no number that can be read',
  sumsUp: '{text} seems to sum up other lines; leave such lines out',
  emptyAtEnd:
    '{column} is empty in the last lines alone, from this one on; remove them if they sum up the others, else fill it in',
  wordAtEnd:
    '{column} has {text} where it has numbers above, as where the last lines sum up the others; remove them, or write a number',
  labelled: '{cell} is a name and a number; write the number alone, or one name before each number',
  otherwiseLabelled:
    '{text} is not written as the lines before it, such as {first}; each should have the same names and units',
  columnsMissing: 'columns or rows are missing at {text}; paste all that was printed',
  scaled: 'MATLAB printed these numbers without the factor {factor}; print them with “format long g”',
  beyond:
    '{cell} is too large; numbers can be from -{most} to {most} here; remove its line if it stands for something else, or write all in a larger unit',
  otherUnit: '{cell} has another unit than others of its column, which have {unit}; write all of them in one unit',
  noUnit: '{cell} has no unit, but others of its column have {unit}; write all of them with their unit',
  sizeOrUnit:
    'the {unit} in {cell} may be a unit or stand for {power}; write the numbers out, or put a blank before a unit',
  sign: '“{sign}” in {cell} may mean a minus; write minus signs, or nothing behind the numbers',
  signBeside:
    '{column} has “{sign}”, which may be the minus sign of {cell}; write minus signs, and leave that column out',
  noPlainUnit: 'what stands behind the number in {text} may be no unit; write the number out, or leave that away',
  dataSets:
    'there are {count} data sets, one below the other; the second begins in line {line}; keep only the one that you mean',
  otherKind: 'this is {kind}, whose numbers are not one table; save those that you need as CSV',
  praat: 'a file of Praat',
  image: 'an image (PBM, PGM or PPM)',
  jcamp: 'a spectrum (JCAMP-DX)',
  grid: 'a grid of a map (ESRI)',
  eurostat:
    'this is a table of Eurostat in TSV, whose numbers may have letters behind them, as “12.3 p”; download it as SDMX-CSV, which has the values in a column of their own',
  uncertainty:
    '{text} is a number and its uncertainty; leave that out, or write it into a column with a name, such as “error”',
  otherDigits: '{cell} has digits of another script; write {plain}',
  markup: 'this is {kind}; copy the table as it is shown, or save it as CSV',
  html: 'HTML, the source of a web page',
  latex: 'LaTeX',
  xml: 'XML, as of a GPS track',
  openBracket: 'a bracket is never closed',
  namedNumbers:
    'these numbers have names, as in JSON; write them as CSV, or as lists without names, such as [1, 2.5, 3] or [[1, 10, 4], [1, 20, 3]]',
  matrixMarket:
    'this Matrix Market file holds {kind}; only “coordinate” or “array” with “real” or “integer” and “general” can be read',
  matrixMarketSize:
    'the size line of this Matrix Market file states {stated} {stated|entry|entries}, but there {found|is|are} {found}',
  matrixMarketNoSize: '{text} should state how many rows and columns there are',
  matrixMarketNumber: '{text} is no number',
  packedArray:
    'this Matrix Market file is compressed and lists a whole matrix; unpack it and take the file that is in it',
  columnsFound: {
    one: 'there is one column, {text}; there should be {number}',
    other: 'there are {count} columns, {text}; there should be {number}',
  },

  commas: 'commas',
  semicolons: 'semicolons',
  tabs: 'tabs',
  bars: 'bars',
  doubleColons: 'double colons',
  blanks: 'blanks',
  oneColumn: 'one column',
  oneRow: 'one row',
  points: 'decimal points',
  decimalCommas: 'decimal commas',
  readingAlone: '{how}',
  unit: 'in {unit}',
  sizes: '{sizes} multiplied out',
  sentinel: {
    one: '{value} is far from all other numbers and read as one of them (remove its line if it stands for no value)',
    other:
      '{value} is there {count} times, far from all other numbers, and read as one of them (remove its lines if it stands for no value)',
  },
  columns: { one: 'one column', other: '{count} columns' },
  header: { one: 'one header line', other: '{count} header lines' },
  totals: { one: 'without the last line, {text}', other: 'without the last {count} lines, from {text}' },
});

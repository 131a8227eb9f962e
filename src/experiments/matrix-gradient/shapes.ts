import type { Entries } from '../../charts/cell-table';
import { drawEquations, type Equation, type Piece } from '../../charts/equations';
import * as kit from '../../charts/kit';
import { rowsText, short } from '../../charts/matrix-text';
import { residuals, type Letter } from '../../math/matrix-expressions';
import { largestOf, plus, product, scaled, shapeOf, transposed, type Rows } from '../../math/matrices';
import type { MatrixGradientProblem } from './problem';
import { SIZE_COLORS, written } from './shown';
import { say } from './words';

export interface ShapesData {
  problem: MatrixGradientProblem;
  /** The numbers of a matrix as fields. Without them nothing can be changed. */
  entries?(letter: Letter): Entries;
}

/** A matrix that is worked out, with the names of its sizes. */
interface Named {
  name: string;
  rows: Rows;
  sizes: readonly [string, string];
}

/** What somebody might write in the place of a gradient. */
interface Trial {
  equation: Equation;
  /** In a few words, for the summary. */
  words: string;
}

const named = (name: string, rows: Rows, ...sizes: readonly [string, string]): Named => ({ name, rows, sizes });
const turned = ({ name, rows, sizes: [a, b] }: Named, as = `${name}′`): Named => named(as, transposed(rows), b, a);
const turnedEntries = (own: Entries): Entries => ({
  at: (i, j) => own.at(j, i),
  set: (i, j, ...typed) => own.set(j, i, ...typed),
});
const piece = ({ name, rows, sizes: [a, b] }: Named, sign = '', rest: Partial<Piece> = {}): Piece => ({
  name,
  rows,
  sign,
  sizes: [SIZE_COLORS[a], SIZE_COLORS[b]],
  ...rest,
});

function equationsOf(data: ShapesData): { equations: Equation[]; trials: Trial[] } {
  const { problem, entries } = data;
  const { matrices: m, parameters, expression, result } = problem;
  const of = (letter: Letter) =>
    named(written(parameters.expression, letter), m[letter], ...expression.shapes[letter]!);
  const given = (letter: Letter, sign = '') => piece(of(letter), sign, { entries: entries?.(letter) });
  const value = (name: string) => named(name, [[result.value]], '1', '1');
  const gradient = (letter: Letter, formula: string, pieces: readonly Piece[]): Equation => {
    const own = of(letter);
    const rows = result.gradients[letter]!;
    const name = `∂${parameters.expression === 'quadratic' ? 'f' : 'L'}/∂${own.name}`;
    return {
      title: say('gradientBy', { letter: own.name, formula }),
      pieces: [...pieces, piece(named(name, rows, ...own.sizes), '=')],
      note: say('ofShape', { shape: shapeOf(rows), letter: own.name }),
    };
  };
  /** A product that might be taken for the gradient: shown where it does not fit, and where it does. */
  const trial = (
    { name, rows: right }: Pick<Named, 'name' | 'rows'>,
    title: string,
    [left, second]: readonly [Named, Named],
    rest?: Named,
  ): Trial => {
    const count = left.rows[0].length;
    const fits = count === second.rows.length;
    const pieces = [piece(left), piece(second, '·', { isMisfit: !fits }), ...(rest ? [piece(rest, '+')] : [])];
    if (!fits) {
      const rows = say('rows', { count: second.rows.length });
      const note = say('misfit', { left: shapeOf(left.rows), right: shapeOf(second.rows), count, rows });
      return { equation: { title, pieces, note, isWrong: true }, words: say('wrongMisfit', { title }) };
    }
    const times = product(left.rows, second.rows);
    const made = rest ? plus(times, rest.rows) : times;
    const [shape, wanted] = [shapeOf(made), shapeOf(right)];
    const isMisfit = shape !== wanted;
    const end = piece(named('', made, left.sizes[0], second.sizes[1]), '=', { isMisfit });
    if (isMisfit) {
      const note = say('wrongShape', { shape, letter: name, wanted });
      return {
        equation: { title, pieces: [...pieces, end], note, isWrong: true },
        words: say('wrongMisfit', { title }),
      };
    }
    const difference = largestOf(plus(made, right, -1));
    const isWrong = difference > 1e-9 * largestOf(right);
    const apart = short(difference);
    const note = isWrong ? say('fitsButWrong', { apart }) : say('fitsAndSame');
    const words = isWrong ? say('wrongFits', { title, apart }) : say('wrongSame', { title });
    return { equation: { title, pieces: [...pieces, end], note, isWrong }, words };
  };
  const right = (letter: Letter) => ({ name: of(letter).name, rows: result.gradients[letter]! });
  const forgotten = (formula: string) => say('transposeForgotten', { formula });

  if (parameters.expression === 'quadratic') {
    const inner = named('Ax + z', plus(product(m.a, m.x), m.z), 'n', '1');
    const sum = named('A + A′', plus(m.a, transposed(m.a)), 'n', 'n');
    const twice = named('2A', scaled(m.a, 2), 'n', 'n');
    return {
      equations: [
        {
          title: say('inner', { formula: 'Ax + z' }),
          pieces: [given('a'), given('x', '·'), given('z', '+'), piece(inner, '=')],
        },
        {
          title: say('value', { formula: 'f = x′(Ax + z)' }),
          pieces: [piece(turned(of('x'))), piece(inner, '·'), piece(value('f'), '=')],
        },
        gradient('x', '(A + A′)x + z', [piece(sum), piece(of('x'), '·'), piece(of('z'), '+')]),
      ],
      trials: [trial(right('x'), forgotten('2Ax + z'), [twice, of('x')], of('z'))],
    };
  }
  const r = residuals[parameters.expression](m);
  if (parameters.expression === 'example') {
    const residual = named('r', r, '1', '1');
    const half = named('r/2', scaled(r, 0.5), '1', '1');
    return {
      equations: [
        {
          title: say('inner', { formula: 'r = w′x − y' }),
          pieces: [
            piece(turned(of('w')), '', { entries: entries && turnedEntries(entries('w')) }),
            given('x', '·'),
            given('y', '−'),
            piece(residual, '='),
          ],
        },
        {
          title: say('value', { formula: 'L = r²/2' }),
          pieces: [piece(half), piece(residual, '·'), piece(value('L'), '=')],
        },
        gradient('w', 'x r', [piece(of('x')), piece(residual, '·')]),
      ],
      trials: [trial({ name: 'w′x', rows: product(transposed(m.w), m.x) }, forgotten('w x'), [of('w'), of('x')])],
    };
  }
  if (parameters.expression === 'least-squares') {
    const residual = named('r', r, 'n', '1');
    const each = named(
      'rᵢ Xᵢ',
      m.x.map((row, i) => row.map((feature) => r[i][0] * feature)),
      'n',
      'm',
    );
    const ones = named('1′', [m.x.map(() => 1)], '1', 'n');
    const total = turned(named('∂L/∂w', result.gradients.w!, 'm', '1'), '(∂L/∂w)′');
    return {
      equations: [
        {
          title: say('inner', { formula: 'r = Xw − y' }),
          pieces: [given('x'), given('w', '·'), given('y', '−'), piece(residual, '=')],
        },
        {
          title: say('value', { formula: 'L = r′r/2' }),
          pieces: [
            piece(turned(named('r/2', scaled(r, 0.5), 'n', '1'), 'r′/2')),
            piece(residual, '·'),
            piece(value('L'), '='),
          ],
        },
        gradient('w', 'X′r', [piece(turned(of('x'))), piece(residual, '·')]),
        { title: say('byExample'), pieces: [piece(ones), piece(each, '·'), piece(total, '=')] },
      ],
      trials: [trial(right('w'), forgotten('X r'), [of('x'), residual])],
    };
  }
  const residual = named('r', r, 'm', '1');
  const twice = named('2r', scaled(r, 2), 'm', '1');
  return {
    equations: [
      {
        title: say('inner', { formula: 'r = Wx + b − y' }),
        pieces: [given('w'), given('x', '·'), given('b', '+'), given('y', '−'), piece(residual, '=')],
      },
      {
        title: say('value', { formula: 'L = r′r' }),
        pieces: [piece(turned(residual)), piece(residual, '·'), piece(value('L'), '=')],
      },
      gradient('w', '2r x′', [piece(twice), piece(turned(of('x')), '·')]),
      gradient('b', '2r', [piece(twice)]),
      gradient('x', 'W′ 2r', [piece(turned(of('w'))), piece(twice, '·')]),
    ],
    trials: [
      trial(right('w'), say('orderSwapped', { formula: 'x 2r′' }), [of('x'), turned(twice)]),
      trial(right('x'), forgotten('W 2r'), [of('w'), twice]),
    ],
  };
}

/** The expression and its gradient as equations of matrices whose sizes must fit; what comes of a forgotten transpose below. */
export const shapes: kit.Chart<ShapesData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    const { equations, trials } = equationsOf(data);
    const all = [...equations, ...trials.map(({ equation }) => equation)];
    drawEquations(root, all, { label: say('equations'), width: kit.widthOf(root, data.width) });
  },
  summarize(data) {
    const { parameters, result } = data.problem;
    const name = (letter: string) => written(parameters.expression, letter as Letter);
    return say('shapesSummary', {
      shapes: Object.entries(result.shapes)
        .map(([letter, [rows, columns]]) => say('shapeOf', { letter: name(letter), shape: `${rows} × ${columns}` }))
        .join(', '),
      value: short(result.value),
      gradients: gradientWords(data.problem),
      trials: equationsOf(data)
        .trials.map(({ words }) => words)
        .join(' '),
    });
  },
  table: ({ problem }) => cellsOf(problem),
};

/** Every gradient in words; a vector as one list. */
export function gradientWords({ parameters, result }: MatrixGradientProblem): string {
  return Object.entries(result.gradients)
    .map(([letter, rows]) =>
      say('gradientIs', {
        letter: written(parameters.expression, letter as Letter),
        rows: rowsText(rows[0].length === 1 ? transposed(rows) : rows),
      }),
    )
    .join('. ');
}

/** A row for each entry of each gradient. */
export function cellsOf({ parameters, result }: MatrixGradientProblem): kit.Table {
  const cells = Object.entries(result.gradients).flatMap(([key, rows]) => {
    const letter = key as Letter;
    return rows.flatMap((row, i) =>
      row.map((value, j) => ({
        letter: written(parameters.expression, letter),
        row: i + 1,
        column: j + 1,
        value,
        numeric: result.numeric[letter]![i][j],
      })),
    );
  });
  return {
    letter: cells.map(({ letter }) => letter),
    row: cells.map(({ row }) => row),
    column: cells.map(({ column }) => column),
    gradient: cells.map(({ value }) => value),
    difference: cells.map(({ numeric }) => numeric),
    error: cells.map(({ value, numeric }) => Math.abs(value - numeric)),
  };
}

import { expect, test } from 'vitest';
import { CHECKED, problemOf } from './checked';
import type { ExperimentPage } from './page';

const pages = import.meta.glob<{ page: ExperimentPage }>('../experiments/*/page.ts', { eager: true });

/** Everything that was worked out independently of the lab. */
const IDS = `
S0.Q1.l0 S0.Q1.l1 S0.Q1.l2 S0.Q1.linf S0.Q2b.coef S0.Q2b.theta=0 S0.Q2b.theta=0.5 S0.Q2b.theta=1
S0.Q2b.theta=2 S0.Q2a S0.Q3 S0.Q3c.gd_interior S0.Q3c.gd_boundary S0.Q4 S0.Q4c.CE S0.Q4c.factor S0.Q4c.FL
S0.Q4a S0.Q4d S0.Q5c.e S0.Q5c.grad S0.Q5c.step S0.Q5d.before S0.Q5d.after S0.Q5c.sequential_hazard S0.Q5.traj1
S0.Q5.traj2 S0.Q5.traj3 S0.Q5.traj4 S0.Q5.traj5 S0.Q5.traj10 S0.Q5.traj1000 S0.Q5.facts S0.Q5a S0.Q5b S1.Q1.1
S1.Q1.2.123 S1.Q1.2.000 S1.Q1.2.1000s S1.Q1.2.n1 S1.Q1.2.n2 S1.Q1.3 S1.Q2.1 S1.Q2.2 S1.Q2.3 S1.Q3
S1.Q4.1.alpha=0.5 S1.Q4.1.alpha=1.5 S1.Q4.1.alpha=2.5 S1.Q4.1.alpha=0 S1.Q4.1.alpha=1 S1.Q4.1.alpha=2
S1.Q4.1.alpha=2.1 S1.Q4.1.float_hit S1.Q4.2 S1.Q4.2.alpha2 S2.P1 S2.P2.alpha=0.5 S2.P2.alpha=1 S2.P2.alpha=2
S2.P2.alpha=2.5 S2.P2.alpha=3 S2.P3.clean.alpha=0.3 S2.P3.clean.alpha=0.6 S2.P3.clean.alpha=0.7
S2.P3.clean.alpha=0.8 S2.P3.sign S2.P3.exceptional S2.P5.huber S2.P5.conv1d S2.P5.adjoint S2.P5.cost S3.Q1a
S3.Q1d S3.Q1f S3.Q1e S3.Q2 S3.Q3.grad S3.Q3.closed S3.Q4 S3.Q5 S4.Q1 S4.Q1.dP S4.Q2 S4.Q4a S4.Q3e S0.Q1.text
S0.Q4b S2.P3.text S2.P4.remark S3.Q4c.code S2.refs S2.P4.remark2 S1.Q2.1.labels S1.Q3.w11 S1.Q4.2.suff S3.Q1b
S3.Q1.goyal S3.Q3.mse S3.Q5.sign S4.Q1.text S4.Q4.text S0.Q4.def S3.Q1c S4.Q3a S4.Q3b S4.Q3c S4.Q3d
S2.P4.stationary S2.P4.values S2.P4.curvature S2.P4.basin_small_alpha S2.P4.formula_middle S2.P4.bifurcation
S2.P4.cycle2.alpha=0.097 S2.P4.cycle2.alpha=0.098 S2.P4.cycle2.alpha=0.1 S2.P4.outcomes S2.P4.claim0.01
S2.P4.claim0.3 S2.P4.claim4 S2.P4.trajectories S2.P4.alpha2 S2.P4.hazards
`;
const ids = IDS.trim().split(/\s+/);

test('every fact that was worked out is in the table, and nothing else', () => {
  expect(Object.keys(CHECKED).sort()).toEqual([...ids].sort());
});

test('the interval of rates that converge is printed right; that a rate of 0 oscillates is not', () => {
  expect(['S1.Q4.2', 'S1.Q4.1.alpha=0'].map((id) => CHECKED[id].printed)).toEqual(['agrees', 'wrong']);
});

test('every fact is shown by an experiment that answers its problem, or by the page of the sheets', () => {
  for (const id of ids) {
    const { shownBy, what } = CHECKED[id];
    expect(what, id).not.toBe('');
    if (shownBy === 'sheets') continue;
    const problem = problemOf(id);
    expect(problem, id).toBeDefined();
    expect(pages[`../experiments/${shownBy}/page.ts`]?.page.problems, `${id} is shown by ${shownBy}`).toContain(
      problem,
    );
  }
});

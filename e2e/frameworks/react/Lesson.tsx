import 'descent-lab/define';
import type {} from 'descent-lab/jsx';
import { useState } from 'react';

export function Lesson() {
  const [engine, setEngine] = useState('');
  return (
    <>
      <gd-wide-minima
        learningRates={[0.3, 4]}
        views={['histogram']}
        ongd-result={({ detail }) => setEngine(detail.engine?.kind ?? '')}
      />
      <p>
        Computed by: <output>{engine}</output>
      </p>
    </>
  );
}

'use client';
import type { GdWideMinima } from 'descent-lab';
import 'descent-lab/define';
import type {} from 'descent-lab/jsx';
import { useEffect, useRef, useState } from 'react';

export function Lesson() {
  const element = useRef<GdWideMinima>(null);
  const [engine, setEngine] = useState('');
  useEffect(() => {
    const { current } = element;
    current?.settled.then(({ engine }) => setEngine(engine.kind));
  }, []);
  return (
    <>
      <gd-wide-minima ref={element} learning-rates="0.3 4" views="histogram" />
      <p>
        Computed by: <output>{engine}</output>
      </p>
    </>
  );
}

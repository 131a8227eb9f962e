import { createRoot } from 'react-dom/client';
import { Lesson } from './Lesson';

createRoot(document.getElementById('app')!).render(<Lesson />);

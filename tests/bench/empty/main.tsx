/** The least that React can be: what every figure is held against. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [count, setCount] = useState(0);
  useEffect(() => void navigator.serviceWorker.register('/sw.js'), []);
  return (
    <main>
      <h1>Trang trống</h1>
      <button type="button" onClick={() => setCount(count + 1)}>
        Bấm
      </button>
      <output>{count}</output>
    </main>
  );
}

createRoot(document.getElementById('root')!).render(<Page />);

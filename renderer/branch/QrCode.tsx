import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from '#renderer/branch/Branches.module.css';

/** A text as a picture for a camera. @param label what it says, for who can't see it */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg className={classes.qr} role="img" aria-label={label} viewBox={`0 0 ${String(size)} ${String(size)}`}>
      <path d={path} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  );
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}

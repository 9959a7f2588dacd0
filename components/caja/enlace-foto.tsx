import { ImageIcon } from 'lucide-react';

/** Opens the photo of a slip beside the page. `que` says of what, for who cannot see where the link is. */
export function EnlaceFoto({ href, que }: { href: string; que: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className="inline-flex min-h-6 items-center gap-1 text-xs font-medium text-marca underline-offset-4 hover:underline pointer-coarse:min-h-11"
    >
      <ImageIcon aria-hidden="true" className="size-3.5" /> Ver la foto<span className="sr-only"> de {que}</span>
    </a>
  );
}

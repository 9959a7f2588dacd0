import { Skeleton } from '@/components/ui/skeleton';

const PASOS = [
  'Abrir WhatsApp en el teléfono de la tienda.',
  'Tocar Menú o Ajustes, y después «Dispositivos vinculados».',
  'Tocar «Vincular un dispositivo» y apuntar la cámara a este código.',
];

/** The code that the shop's phone scans, and how. It changes by itself every few seconds. */
export function CodigoQr({ imagen }: { imagen: string | null }) {
  return (
    <div className="flex flex-col items-center gap-5 sm:flex-row sm:items-start">
      <div className="grid size-56 shrink-0 place-items-center overflow-hidden rounded-md border border-borde bg-white">
        {imagen ? (
          // biome-ignore lint/performance/noImgElement: it is in the page already, there is nothing to optimise
          <img src={imagen} width={224} height={224} alt="Código QR para vincular el teléfono" className="size-full" />
        ) : (
          <Skeleton className="size-44" />
        )}
      </div>
      <div className="min-w-0">
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm marker:text-tinta-2">
          {PASOS.map((paso) => (
            <li key={paso}>{paso}</li>
          ))}
        </ol>
        <p className="mt-3 text-xs text-tinta-2">
          El código se renueva solo. Esta página avisa cuando quede vinculado.
        </p>
      </div>
    </div>
  );
}

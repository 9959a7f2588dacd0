import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { ACCIONES, GRUPOS_ACCION } from './acciones';

/** Keys that are not acts of the counter: what is typed, and those of the charge. */
const OTROS: { titulo: string; atajos: [teclas: string[], que: string][] }[] = [
  {
    titulo: 'Al buscar',
    atajos: [
      [['3', '*'], 'Tres del próximo que se escanee o elija'],
      [['Enter'], 'Agregar el producto marcado'],
      [['Esc'], 'Borrar la búsqueda'],
    ],
  },
  {
    titulo: 'Al cobrar',
    atajos: [
      [['Enter'], 'Confirmar; sin monto, es el importe exacto'],
      [['E', 'Q', 'T'], 'Efectivo, QR, transferencia'],
      [['F5'], 'Dividir el pago'],
      [['Esc'], 'Volver al ticket'],
    ],
  },
  {
    titulo: 'La caja y la pantalla',
    atajos: [
      [['Alt', 'G'], 'Abrir la gaveta sin una venta'],
      [['F10'], 'Bloquearla o cambiar de persona'],
    ],
  },
];

type DialogoAtajosProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every key of the counter. */
export function DialogoAtajos({ open, onOpenChange }: DialogoAtajosProps) {
  const grupos = [
    ...GRUPOS_ACCION.map((titulo) => ({
      titulo,
      atajos: ACCIONES.filter((a) => a.grupo === titulo).map((a) => [a.teclas.split(' '), a.nombre] as const),
    })),
    ...OTROS,
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} width="ancho" title="Atajos del mostrador">
      <div className="gap-x-10 sm:columns-2">
        {grupos.map(({ titulo, atajos }) => (
          <section key={titulo} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-semibold text-tinta-2">{titulo}</h3>
            <dl className="divide-y divide-borde border-y border-borde">
              {atajos.map(([teclas, que]) => (
                <div key={que} className="flex items-center justify-between gap-4 py-1.5">
                  <dt className="order-2 flex shrink-0 gap-1">
                    {teclas.map((tecla) => (
                      <Kbd key={tecla} className="min-w-6 px-1.5 py-1 text-center text-xs">
                        {tecla}
                      </Kbd>
                    ))}
                  </dt>
                  <dd className="order-1">{que}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-tinta-2">El lector funciona en cualquier momento, esté donde esté el cursor.</p>
    </Dialog>
  );
}

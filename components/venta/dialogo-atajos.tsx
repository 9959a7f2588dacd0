import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const GRUPOS: { titulo: string; atajos: [teclas: string[], que: string][] }[] = [
  {
    titulo: 'Agregar',
    atajos: [
      [['F2'], 'Ir a la búsqueda'],
      [['3', '*'], 'Tres del próximo que se escanee o elija'],
      [['Enter'], 'Agregar el producto marcado'],
      [['↑', '↓'], 'Recorrer los resultados'],
    ],
  },
  {
    titulo: 'La línea marcada',
    atajos: [
      [['↑', '↓'], 'Marcar otra línea'],
      [['+', '−'], 'Uno más, uno menos'],
      [['F3'], 'Escribir la cantidad'],
      [['F7'], 'Descuento'],
      [['Supr'], 'Quitar la línea'],
    ],
  },
  {
    titulo: 'Cobrar',
    atajos: [
      [['F4'], 'Cobrar'],
      [['Enter'], 'Confirmar; sin monto, es el importe exacto'],
      [['E', 'Q', 'T'], 'Efectivo, QR, transferencia'],
      [['F5'], 'Dividir el pago'],
      [['Esc'], 'Volver al ticket'],
    ],
  },
  {
    titulo: 'Ticket',
    atajos: [
      [['F9'], 'Imprimir el recibo del último'],
      [['Mayús', 'Supr'], 'Vaciar el ticket'],
      [['F10'], 'Bloquear la pantalla o cambiar de persona'],
      [['?'], 'Esta ayuda'],
    ],
  },
];

type DialogoAtajosProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every key of the counter. */
export function DialogoAtajos({ open, onOpenChange }: DialogoAtajosProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} width="ancho" title="Atajos del mostrador">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {GRUPOS.map(({ titulo, atajos }) => (
          <section key={titulo}>
            <h3 className="mb-1.5 text-xs font-semibold text-tinta-2">{titulo}</h3>
            <dl className="divide-y divide-borde border-y border-borde">
              {atajos.map(([teclas, que]) => (
                <div key={que} className="flex items-center justify-between gap-4 py-2">
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
      <p className="mt-4 text-tinta-2">El escáner funciona en cualquier momento, esté donde esté el cursor.</p>
    </Dialog>
  );
}

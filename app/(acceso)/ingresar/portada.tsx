import { Logo } from '@/components/layout/logo';

const NEGOCIOS = ['Mercadería', 'Agente bancario', 'Recargas', 'Fiado'];

/** The warm half of the sign-in page on a wide screen: what Kantuta is, in one line. */
export function Portada() {
  return (
    <aside className="relative hidden overflow-hidden border-r border-borde bg-superficie-2 lg:flex lg:flex-col lg:justify-between lg:p-12 xl:p-16">
      <p className="flex items-center gap-3">
        <Logo className="size-11" />
        <span className="text-xl font-bold">Kantuta</span>
      </p>
      <div className="relative z-10 max-w-md">
        <p className="text-[2.5rem] leading-[1.1] font-bold tracking-tight text-balance">
          Una gaveta, cuatro negocios, y las cuentas cuadran.
        </p>
        <ul className="mt-8 flex flex-wrap gap-2">
          {NEGOCIOS.map((negocio) => (
            <li
              key={negocio}
              className="rounded-full border border-borde bg-superficie px-3.5 py-1.5 text-sm font-medium text-tinta-2"
            >
              {negocio}
            </li>
          ))}
        </ul>
      </div>
      <Flores />
    </aside>
  );
}

/** Kantutas hanging from the upper corner, as they do from the branch. */
function Flores() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 select-none">
      <Logo className="absolute -top-8 right-4 size-80 rotate-12" />
      <Logo className="absolute -top-12 right-72 size-36 -rotate-8 opacity-75" />
    </div>
  );
}

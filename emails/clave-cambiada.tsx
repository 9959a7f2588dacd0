import { dispositivoEnPalabras } from '@/lib/auditoria/dispositivo';
import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { formatFechaHora } from '@/lib/time';
import { type DeLaTienda, Ficha, Marco, Parrafo } from './marco';

/** The password is another. */
export function ClaveCambiada({
  tienda,
  nombre,
  cuando,
  dispositivo,
}: DatosDePlantilla['clave_cambiada'] & DeLaTienda) {
  return (
    <Marco
      tienda={tienda}
      titulo="Su contraseña cambió"
      resumen="Si no fue usted, avise a quien administra la tienda."
      pie="Este aviso se envía cada vez que la contraseña cambia."
    >
      <Parrafo>{nombre}, la contraseña con que ingresa a Kantuta es otra desde ahora.</Parrafo>
      <Ficha
        filas={[
          ['Cuándo', formatFechaHora(cuando)],
          ['Desde', dispositivoEnPalabras(dispositivo) ?? 'Un dispositivo que no se identificó'],
        ]}
      />
      <Parrafo>Todos sus ingresos se cerraron; hay que volver a ingresar con la contraseña nueva.</Parrafo>
      <Parrafo>Si no fue usted, avise hoy mismo a quien administra la tienda.</Parrafo>
    </Marco>
  );
}

import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const LICORES: CategoriaDeMuestra = {
  nombre: 'Cervezas y licores',
  productos: [
    // CBN, cervezas
    ...deEmpresa('7771202', [
      [501, 'Cerveza Paceña lata 354 ml', 10, 8.4, 7, 'favorito'],
      [502, 'Cerveza Paceña botella 620 ml', 15, 12.9, 6],
      [503, 'Cerveza Paceña pack 6 latas', 57, 50, 2],
      [511, 'Cerveza Huari lata 354 ml', 11, 9.3, 5],
      [512, 'Cerveza Huari botella 620 ml', 17, 14.6, 3],
    ]),
    // Cervecería Nacional Potosí
    ...deEmpresa('7771301', [[1, 'Cerveza Potosina lata 350 ml', 10, 8.3, 2]]),
    // Modelo (México)
    ...deEmpresa('7501064', [[101, 'Cerveza Corona 355 ml', 15, 12.4, 2]]),
    // Casa Real
    ...deEmpresa('7771302', [
      [1, 'Singani Casa Real etiqueta azul 750 ml', 58, 48, 1],
      [2, 'Singani Casa Real etiqueta negra 750 ml', 82, 68, 1],
    ]),
    // Los Parrales
    ...deEmpresa('7771303', [[1, 'Singani Los Parrales 750 ml', 62, 51, 1]]),
    // Kohlberg
    ...deEmpresa('7771304', [[1, 'Vino Kohlberg tinto 700 ml', 38, 31, 2]]),
    // Campos de Solana
    ...deEmpresa('7771305', [[3, 'Vino Campos de Solana Malbec 700 ml', 68, 55, 1]]),
    // Branca (Argentina)
    ...deEmpresa('7790290', [[10, 'Fernet Branca 750 ml', 135, 112, 1]]),
  ],
};

import { type CategoriaDeMuestra, deEmpresa, sinCodigo } from './filas';

export const FIAMBRES: CategoriaDeMuestra = {
  nombre: 'Carnes, fiambres y congelados',
  productos: [
    ...sinCodigo('kg', [
      ['Pollo entero Sofía', 21, 18.4, 5],
      ['Jamón de cerdo al corte', 62, 49, 3],
      ['Mortadela al corte', 36, 28.5, 4],
      ['Carne molida', 48, 40, 3],
    ]),
    // Sofía
    ...deEmpresa('7772101', [
      [1, 'Salchicha Sofía viena 500 g', 24, 19.8, 4],
      [2, 'Salchicha Sofía viena 250 g', 13, 10.6, 3],
      [11, 'Jamón Sofía sándwich 200 g', 17, 13.9, 3],
      [12, 'Mortadela Sofía 200 g', 11, 8.9, 3],
      [21, 'Hamburguesa Sofía de pollo 4 unidades', 19, 15.6, 2],
      [31, 'Nuggets Sofía 400 g', 29, 24, 2],
      [41, 'Chorizo Sofía parrillero 500 g', 33, 27, 2],
    ]),
    // Stege
    ...deEmpresa('7772102', [
      [1, 'Salame Stege 100 g', 16, 12.8, 1],
      [2, 'Paté Stege 100 g', 9, 7.2, 2],
    ]),
    // Delizia, helados
    ...deEmpresa('7771102', [
      [501, 'Helado Delizia palito de frutilla', 2.5, 1.8, 4],
      [502, 'Helado Delizia cono 110 ml', 7, 5.2, 4],
      [511, 'Helado Delizia vainilla 1 L', 27, 21.5, 1],
      [512, 'Helado Delizia tres sabores 1 L', 29, 23, 1],
    ]),
    // McCain (Argentina)
    ...deEmpresa('7797906', [[1, 'Papas prefritas McCain 700 g', 36, 29.5, 1]]),
  ],
};

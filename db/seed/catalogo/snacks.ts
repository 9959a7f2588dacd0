import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const SNACKS: CategoriaDeMuestra = {
  nombre: 'Snacks y piqueos',
  productos: [
    // PepsiCo (Perú)
    ...deEmpresa('7750885', [
      [1, "Papas Lay's clásicas 42 g", 6, 4.7, 5],
      [2, "Papas Lay's clásicas 145 g", 19, 15.4, 2],
      [11, 'Doritos queso 42 g', 6, 4.7, 4],
      [21, 'Cheetos 45 g', 5, 3.9, 4],
    ]),
    // Pringles (Estados Unidos)
    ...deEmpresa('0038000', [[845, 'Pringles original 124 g', 24, 19.6, 2]]),
    // Crecs
    ...deEmpresa('7771901', [
      [1, 'Chizitos Crecs 25 g', 1, 0.72, 7, 'favorito'],
      [2, 'Papas Crecs al hilo 100 g', 8, 6.3, 2],
      [3, 'Palitos de maíz Crecs 60 g', 3, 2.3, 3],
    ]),
    // Princesa, piqueos
    ...deEmpresa('7771403', [
      [201, 'Maní salado Princesa 100 g', 5, 3.9, 4],
      [203, 'Habas tostadas Princesa 100 g', 5.5, 4.3, 2],
      [211, 'Pipoca dulce Princesa 80 g', 4, 3, 3],
    ]),
    // Chipilo del oriente
    ...deEmpresa('7771902', [[1, 'Chipilo salado 80 g', 6, 4.6, 3]]),
    // Pasankalla
    ...deEmpresa('7771903', [[1, 'Pasankalla de Copacabana 120 g', 5, 3.7, 3]]),
  ],
};

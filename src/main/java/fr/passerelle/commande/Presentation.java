package fr.passerelle.commande;

import java.util.List;

import fr.passerelle.catalogue.Catalogue;

/** How verdicts are shown. */
interface Presentation {

	String ecrire(List<Resultat> resultats, Catalogue catalogue);

}

package fr.passerelle.journal;

import fr.passerelle.noyau.NumeroDepot;

/** What a person may decide about a deposit; each leaves its author and reason. */
public interface Decisions {

	void confirmer(NumeroDepot numero, String acteur, String motif);

	void annuler(NumeroDepot numero, String acteur, String motif);

	void rejouer(NumeroDepot numero, String acteur, String motif);

	void forcer(NumeroDepot numero, String acteur, String motif);

}

package fr.passerelle.integration;

/** What must be true of the ledger after every fault, whatever it was. */
public final class Invariants {

	/** Deposits that did not come to rest in exactly one state, their last transition. */
	public static final String SANS_FIN = """
			SELECT d.numero || ' ' || d.etat FROM echange.depot d
			WHERE d.etat IN ('recu', 'depose', 'en_traitement')
			   OR d.etat <> (SELECT t.etat FROM echange.transition t WHERE t.numero = d.numero ORDER BY rang DESC LIMIT 1)""";

	private Invariants() {
	}

}

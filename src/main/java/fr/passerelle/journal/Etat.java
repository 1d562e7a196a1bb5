package fr.passerelle.journal;

import java.util.EnumSet;
import java.util.Set;

/**
 * States of a deposit (contract §2). A state knows which may follow it, so that no step
 * can move a deposit the wrong way.
 */
public enum Etat {

	RECU, REFUSE, DOUBLON, PERIME, DEPOSE, EN_ATTENTE, RETENU, EN_TRAITEMENT, TRAITE, TRAITE_AVEC_ANOMALIES, REJETE,
	EN_ECHEC, ANNULE;

	private static final Set<Etat> VIVANTS = EnumSet.of(RECU, DEPOSE, EN_ATTENTE, RETENU, EN_TRAITEMENT);

	/** Whether the life of the deposit ends here, unless a person reopens it. */
	public boolean estFinal() {
		return !VIVANTS.contains(this);
	}

	Set<Etat> suivants() {
		return switch (this) {
			case RECU -> EnumSet.of(REFUSE, DOUBLON, PERIME, DEPOSE, EN_ECHEC);
			case DEPOSE -> EnumSet.of(EN_TRAITEMENT, PERIME, ANNULE, EN_ECHEC);
			case EN_TRAITEMENT ->
				EnumSet.of(EN_ATTENTE, RETENU, TRAITE, TRAITE_AVEC_ANOMALIES, REJETE, PERIME, EN_ECHEC, DEPOSE);
			case EN_ATTENTE -> EnumSet.of(DEPOSE, REJETE, ANNULE, PERIME);
			case RETENU -> EnumSet.of(DEPOSE, ANNULE, PERIME);
			// applied again when what it was checked against changes
			case PERIME, EN_ECHEC, DOUBLON, TRAITE, TRAITE_AVEC_ANOMALIES -> EnumSet.of(DEPOSE);
			case REFUSE, REJETE, ANNULE -> EnumSet.noneOf(Etat.class);
		};
	}

	/** The name on the wire and in the database. */
	public String code() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	public static Etat deCode(String code) {
		return valueOf(code.toUpperCase(java.util.Locale.ROOT));
	}

}

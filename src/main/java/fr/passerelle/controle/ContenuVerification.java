package fr.passerelle.controle;

import java.util.Set;

/** The document holds what its kind is for; the hold decides what to do when not. */
final class ContenuVerification implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		Set<String> principaux = faits.source().principaux();
		if (principaux.stream().allMatch((chemin) -> faits.lu().comptes().getOrDefault(chemin, 0L) == 0)) {
			constats.remarquer(Codes.VIDE, "objet", faits.source().sansPrincipal());
		}
	}

}

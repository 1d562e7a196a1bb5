package fr.passerelle.controle;

/** The document holds what its kind is for; the hold decides what to do when not. */
final class ContenuVerification implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		String principal = faits.source().principal();
		if (faits.lu().comptes().getOrDefault(principal, 0L) == 0) {
			constats.remarquer(Codes.VIDE, "objet",
					faits.source().estCsv() ? "enregistrement" : principal.substring(principal.lastIndexOf('/') + 1));
		}
	}

}

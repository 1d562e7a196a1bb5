package fr.passerelle.plateforme;

/**
 * The accesses of {@code data/acces.properties}: what a person needs to look into the
 * hub. Of external services only the address and the user are kept there, never the
 * password.
 */
public record Acces(Service postgresql, Service artemis, Service console, String apiCle) {

	/** One service: where it is, and as whom to enter. */
	public record Service(String url, String utilisateur, String motdepasse) {

		@Override
		public String toString() {
			return "Service[" + this.url + ", " + this.utilisateur + "]";
		}

	}

	@Override
	public String toString() {
		return "Acces[" + this.postgresql + ", " + this.artemis + ", " + this.console + "]";
	}

}

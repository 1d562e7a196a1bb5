package fr.passerelle.publication;

import org.springframework.stereotype.Component;

/** What the routes of {@code routes/flux/} call: is it time to publish this feed? */
@Component("publicationStep")
public class PublicationStep {

	private final Publications publications;

	PublicationStep(Publications publications) {
		this.publications = publications;
	}

	/** Makes the packages of this feed that are due; most of the time, none. */
	public void publier(String flux) {
		this.publications.planifiees(flux);
	}

}

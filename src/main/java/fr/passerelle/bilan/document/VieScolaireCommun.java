package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** What is told to the families of a whole division (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "vie-scolaire-commun")
public class VieScolaireCommun {

	@XmlAttribute(name = "periode-ref")
	public String periodeRef;

	@XmlAttribute(name = "code-division")
	public String codeDivision;

	public String commentaire;

}

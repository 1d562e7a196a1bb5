package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** Who teaches what in a group. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "enseignant-discipline")
public class EnseignantDiscipline {

	@XmlAttribute(name = "enseignant-ref")
	public String enseignantRef;

	@XmlAttribute(name = "discipline-ref")
	public String disciplineRef;

}

# newslint in a container, as a user without rights: docker run --rm -v "$PWD:/articles:ro" newslint
FROM python:3.13-slim AS build
COPY . /source
RUN pip wheel --no-cache-dir --wheel-dir /wheels /source

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels newslint \
    && useradd --create-home newslint
USER newslint
WORKDIR /articles
ENTRYPOINT ["newslint"]
